package io.loupe.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the protobuf wire format (https://protobuf.dev/programming-guides/encoding) without a schema: a message is a
 * list of numbered fields, each a slice of the file's bytes.
 */
final class ProtobufFields {
    private static final int VARINT = 0;
    private static final int FIXED_64_BIT = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32_BIT = 5;

    private final byte[] bytes;
    private final int end;
    private int position;

    private ProtobufFields(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /** Bytes that are not a protobuf message; the message of the exception names the offset. */
    static final class MalformedProtobuf extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedProtobuf(String what, int offset) {
            super("%s at byte %d".formatted(what, offset));
        }
    }

    /** One field: from {@code start} (its tag) to {@code end}, the value from {@code valueStart}. Equal by identity. */
    static final class Field {
        private final byte[] bytes;
        private final int number;
        private final int wireType;
        private final int start;
        private final int valueStart;
        private final int end;

        private Field(byte[] bytes, int number, int wireType, int start, int valueStart, int end) {
            this.bytes = bytes;
            this.number = number;
            this.wireType = wireType;
            this.start = start;
            this.valueStart = valueStart;
            this.end = end;
        }

        int number() {
            return number;
        }

        /** The value as a message of its own. */
        List<Field> message() {
            if (wireType != LENGTH_DELIMITED) {
                throw new MalformedProtobuf("a number where a message belongs", start);
            }
            return new ProtobufFields(bytes, valueStart, end).readAll();
        }

        /** The texts of one field number inside this message. */
        List<String> texts(int field) {
            return message().stream()
                    .filter(part -> part.number == field)
                    .map(part -> new String(bytes, part.valueStart, part.end - part.valueStart, StandardCharsets.UTF_8))
                    .toList();
        }

        void copyTo(ByteArrayOutputStream target) {
            target.write(bytes, start, end - start);
        }
    }

    static List<Field> of(byte[] message) {
        return new ProtobufFields(message, 0, message.length).readAll();
    }

    static void writeMessage(int number, byte[] message, ByteArrayOutputStream target) {
        writeVarint((number << 3) | LENGTH_DELIMITED, target);
        writeVarint(message.length, target);
        target.writeBytes(message);
    }

    static void writeVarint(int value, ByteArrayOutputStream target) {
        int rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            target.write((rest & 0x7f) | 0x80);
        }
        target.write(rest);
    }

    private List<Field> readAll() {
        List<Field> fields = new ArrayList<>();
        while (position < end) {
            int start = position;
            long tag = readVarint();
            int wireType = (int) (tag & 7);
            long length = switch (wireType) {
                case VARINT -> varintLength();
                case FIXED_64_BIT -> 8;
                case LENGTH_DELIMITED -> readVarint();
                case FIXED_32_BIT -> 4;
                default -> throw new MalformedProtobuf("wire type " + wireType, start);
            };
            if (length < 0 || length > end - position || tag >>> 3 == 0 || tag >>> 3 > Integer.MAX_VALUE) {
                throw new MalformedProtobuf("a field that does not fit", start);
            }
            fields.add(new Field(bytes, (int) (tag >>> 3), wireType, start, position, position + (int) length));
            position += (int) length;
        }
        return fields;
    }

    private int varintLength() {
        int before = position;
        readVarint();
        int length = position - before;
        position = before;
        return length;
    }

    private long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= end) {
                throw new MalformedProtobuf("the file ends inside a field", position);
            }
            byte next = bytes[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedProtobuf("a number of more than 64 bits", position);
    }
}
