package io.loupe.images;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** The screen of an animation, on which its first frame lies. */
final class Canvas {
    private Canvas() {}

    /** A transparent canvas with a frame at its place; pixels are copied, not blended. */
    static BufferedImage place(BufferedImage frame, Rectangle at, Rectangle canvas) {
        BufferedImage whole = new BufferedImage(canvas.width, canvas.height, BufferedImage.TYPE_4BYTE_ABGR);
        Graphics2D graphics = whole.createGraphics();
        graphics.drawImage(frame, at.x, at.y, null);
        graphics.dispose();
        return whole;
    }
}
