package io.loupe.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Just enough of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto to write small networks by hand. */
final class OnnxBytes {
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INTS = 7;

    private OnnxBytes() {}

    static byte[] model(byte[]... graphParts) {
        byte[] opset = varint(2, 13);
        return concat(varint(1, 8), message(8, opset), message(7, concat(concat(graphParts), text(2, "graph"))));
    }

    static byte[] node(String operator, String[] inputs, String output, byte[]... attributes) {
        byte[][] names = Arrays.stream(inputs).map(input -> text(1, input)).toArray(byte[][]::new);
        return message(1, concat(concat(names), text(2, output), text(4, operator), concat(attributes)));
    }

    static byte[] intsAttribute(String name, int... values) {
        byte[][] ints =
                Arrays.stream(values).mapToObj(value -> varint(8, value)).toArray(byte[][]::new);
        return message(5, concat(text(1, name), concat(ints), varint(20, ATTRIBUTE_INTS)));
    }

    /** An attribute that holds a graph, as control flow operators have. */
    static byte[] graphAttribute(String name) {
        return message(5, concat(text(1, name), message(6, text(2, "inner"))));
    }

    static byte[] weights(String name, int[] shape, float... values) {
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        byte[][] sides = Arrays.stream(shape).mapToObj(side -> varint(1, side)).toArray(byte[][]::new);
        return message(5, concat(concat(sides), varint(2, FLOAT), text(8, name), message(9, raw.array())));
    }

    /** A graph input; a side of 0 is free. */
    static byte[] input(String name, int... shape) {
        return message(11, value(name, shape));
    }

    /** A graph output; a side of 0 is free. */
    static byte[] output(String name, int... shape) {
        return message(12, value(name, shape));
    }

    private static byte[] value(String name, int... shape) {
        byte[][] sides = Arrays.stream(shape)
                .mapToObj(side -> message(1, side > 0 ? varint(1, side) : new byte[0]))
                .toArray(byte[][]::new);
        byte[] tensor = concat(varint(1, FLOAT), message(2, concat(sides)));
        return concat(text(1, name), message(2, message(1, tensor)));
    }

    private static byte[] varint(int number, int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProtobufFields.writeVarint(number << 3, bytes);
        ProtobufFields.writeVarint(value, bytes);
        return bytes.toByteArray();
    }

    private static byte[] text(int number, String text) {
        return message(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(int number, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ProtobufFields.writeMessage(number, content, bytes);
        return bytes.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
