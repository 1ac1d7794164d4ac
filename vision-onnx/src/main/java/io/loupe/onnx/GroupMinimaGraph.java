package io.loupe.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The two-node graph {@code ReduceMin(MatMul(bank, queries), axis 1)} as the bytes of an ONNX model; every tensor is
 * float32, and every shape is free.
 *
 * <p>Field numbers are those of onnx.proto3 (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3).
 */
final class GroupMinimaGraph {
    /** Shape [groups, rows of a group, terms]. */
    static final String BANK = "bank";

    /** Shape [terms, queries]. */
    static final String QUERIES = "queries";

    /** Shape [groups, queries]. */
    static final String MINIMA = "minima";

    private static final String PRODUCTS = "products";
    private static final int IR_VERSION = 8;
    private static final int OPSET_VERSION = 17;
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private GroupMinimaGraph() {}

    static byte[] bytes() {
        Message graph = new Message()
                .message(1, node("MatMul", PRODUCTS, BANK, QUERIES))
                .message(
                        1,
                        node("ReduceMin", MINIMA, PRODUCTS)
                                .message(5, attribute("axes", ATTRIBUTE_INTS).number(8, 1))
                                .message(5, attribute("keepdims", ATTRIBUTE_INT).number(3, 0)))
                .text(2, "group minima")
                .message(11, tensor(BANK))
                .message(11, tensor(QUERIES))
                .message(12, tensor(MINIMA));
        return new Message()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Message().number(2, OPSET_VERSION))
                .bytes();
    }

    private static Message node(String operator, String output, String... inputs) {
        Message node = new Message();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, operator);
    }

    private static Message attribute(String name, int type) {
        return new Message().text(1, name).number(20, type);
    }

    private static Message tensor(String name) {
        Message type = new Message().message(1, new Message().number(1, FLOAT));
        return new Message().text(1, name).message(2, type);
    }

    /** A protobuf message in the making. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, int value) {
            ProtobufFields.writeVarint(field << 3, bytes);
            ProtobufFields.writeVarint(value, bytes);
            return this;
        }

        Message text(int field, String value) {
            ProtobufFields.writeMessage(field, value.getBytes(StandardCharsets.UTF_8), bytes);
            return this;
        }

        Message message(int field, Message value) {
            ProtobufFields.writeMessage(field, value.bytes(), bytes);
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
