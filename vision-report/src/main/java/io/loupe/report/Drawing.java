package io.loupe.report;

import io.loupe.vision.image.RgbImage;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/**
 * A sheet to draw panels, bars and words on.
 *
 * <p>A slim machine may have no fonts at all, and Java then throws when the first word is measured. Such a sheet leaves
 * its words out and draws the rest: a picture without labels is worth more than none. Not thread-safe.
 */
final class Drawing {
    private static final boolean HAS_FONTS = canDrawText();

    private final BufferedImage sheet;
    private final Graphics2D graphics;
    private final boolean withText;

    private Drawing(int height, int width, int background, boolean withText) {
        this.withText = withText;
        sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        fill(0, 0, width, height, background);
    }

    /** With words if this machine has fonts. */
    static Drawing on(int height, int width, int background) {
        return new Drawing(height, width, background, HAS_FONTS);
    }

    /** As on a machine without fonts. */
    static Drawing withoutText(int height, int width, int background) {
        return new Drawing(height, width, background, false);
    }

    static boolean hasFonts() {
        return HAS_FONTS;
    }

    /** How words look: size in pixels, colour 0xRRGGBB. */
    record Ink(int size, boolean bold, int color) {}

    void fill(int x, int y, int width, int height, int color) {
        graphics.setColor(new Color(color));
        graphics.fillRect(x, y, width, height);
    }

    void fillRounded(int x, int y, int width, int height, int color) {
        graphics.setColor(new Color(color));
        graphics.fillRoundRect(x, y, width, height, height / 2, height / 2);
    }

    void fillRounded(Rectangle2D area, double radius, int color) {
        graphics.setColor(new Color(color));
        graphics.fill(new RoundRectangle2D.Double(
                area.getX(), area.getY(), area.getWidth(), area.getHeight(), 2 * radius, 2 * radius));
    }

    /** Draws along the edges of an area, half of the line's thickness to each side; colour 0xAARRGGBB. */
    void frame(Rectangle2D area, double thickness, int color) {
        graphics.setColor(new Color(color, true));
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(area);
    }

    void line(int fromX, int fromY, int toX, int toY, int color) {
        graphics.setColor(new Color(color));
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.drawLine(fromX, fromY, toX, toY);
    }

    void picture(RgbImage image, int x, int y) {
        graphics.drawImage(buffered(image), x, y, null);
    }

    /** Writes from x to the right, the words standing on y. */
    void text(String text, int x, int y, Ink ink) {
        if (withText) {
            graphics.setFont(font(ink));
            graphics.setColor(new Color(ink.color()));
            graphics.drawString(text, x, y);
        }
    }

    /** Shortens text to a width by cutting its middle out, where names differ least. */
    String shortened(String text, int width, Ink ink) {
        String shortened = text;
        for (int kept = text.length(); kept > 4 && textWidth(shortened, ink) > width; kept--) {
            shortened = text.substring(0, kept / 2) + "…" + text.substring(text.length() - kept / 2);
        }
        return shortened;
    }

    /** 0 where there are no fonts. */
    int textWidth(String text, Ink ink) {
        return withText ? graphics.getFontMetrics(font(ink)).stringWidth(text) : 0;
    }

    /** Ends the drawing. */
    RgbImage toImage() {
        graphics.dispose();
        return rgb(sheet);
    }

    static RgbImage rgb(BufferedImage image) {
        byte[] pixels = new byte[3 * image.getWidth() * image.getHeight()];
        int[] colors = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < colors.length; i++) {
            pixels[3 * i] = (byte) (colors[i] >> 16);
            pixels[3 * i + 1] = (byte) (colors[i] >> 8);
            pixels[3 * i + 2] = (byte) colors[i];
        }
        return RgbImage.wrap(image.getHeight(), image.getWidth(), pixels);
    }

    private static BufferedImage buffered(RgbImage image) {
        BufferedImage buffered = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        byte[] pixels = image.pixels();
        int[] colors = new int[image.width() * image.height()];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = (pixels[3 * i] & 0xff) << 16 | (pixels[3 * i + 1] & 0xff) << 8 | (pixels[3 * i + 2] & 0xff);
        }
        buffered.setRGB(0, 0, image.width(), image.height(), colors, 0, image.width());
        return buffered;
    }

    private static Font font(Ink ink) {
        return new Font(Font.SANS_SERIF, ink.bold() ? Font.BOLD : Font.PLAIN, ink.size());
    }

    private static boolean canDrawText() {
        try {
            Graphics2D trial = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
            trial.drawString("0", 0, 8);
            trial.dispose();
            return true;
        } catch (RuntimeException | LinkageError | InternalError e) {
            // "Fontconfig head is null", a missing libfreetype: each JDK has its own way to say there are no fonts.
            return false;
        }
    }
}
