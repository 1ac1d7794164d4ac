package io.loupe.onnx.tensorflowjs;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.loupe.onnx.tensorflowjs.Weight.Storage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An ONNX graph in the making. What is added first stands first in the file, so the same calls give the same bytes.
 *
 * <p>Names that it makes up contain a colon, which names of TensorFlow nodes never do.
 */
final class OnnxGraph {
    static final int OPSET = 13;
    private static final int IR_VERSION = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final Set<String> constants = new HashSet<>();

    /** The picture input, float32 [N, channels, H, W] with free N, H and W. */
    void input(String name, int channels) {
        graph.addInput(floats(name, shape -> {
            dimension(shape, "N");
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(channels));
            dimension(shape, "H");
            dimension(shape, "W");
        }));
    }

    /** Makes a tensor a result of the network: float32 [N, C, H, W], or [N, C] for one of rank 2. */
    void output(String name, FeatureMap map) {
        add(map.rank() == 4 ? "Identity" : "Flatten", List.of(map.name()), name);
        graph.addOutput(floats(name, shape -> {
            dimension(shape, "N");
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(map.channels()));
            if (map.rank() == 4) {
                dimension(shape, "H of " + name);
                dimension(shape, "W of " + name);
            }
        }));
    }

    /** Adds an operator with one result, and answers the result's name. */
    String add(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(Arrays.asList(attributes)));
        return output;
    }

    /**
     * A weight as a float32 tensor, and its name in this graph. Half precision stays half precision in the file, and is
     * widened once when the network is loaded.
     *
     * @param layout tells apart the shapes that one weight is used in
     */
    String weight(Weight weight, String layout) {
        String name = weight.name() + ":" + layout;
        if (weight.encoding().storage() != Storage.FLOAT16) {
            return floats(name, weight.shape(), weight.floats());
        }
        if (constants.add(name)) {
            ByteString halves = ByteString.copyFrom(weight.bytes().duplicate());
            graph.addInitializer(tensor(name + ":half", DataType.FLOAT16, weight.shape(), halves));
            add("Cast", List.of(name + ":half"), name, attribute("to", DataType.FLOAT.getNumber()));
        }
        return name;
    }

    /** A float32 constant, and its name. */
    String floats(String name, List<Integer> shape, float... values) {
        if (constants.add(name)) {
            ByteBuffer raw = littleEndian(Float.BYTES * values.length);
            raw.asFloatBuffer().put(values);
            graph.addInitializer(tensor(name, DataType.FLOAT, shape, ByteString.copyFrom(raw)));
        }
        return name;
    }

    /** An int64 constant of rank 1, and its name. */
    String longs(String name, long... values) {
        if (constants.add(name)) {
            ByteBuffer raw = littleEndian(Long.BYTES * values.length);
            raw.asLongBuffer().put(values);
            graph.addInitializer(tensor(name, DataType.INT64, List.of(values.length), ByteString.copyFrom(raw)));
        }
        return name;
    }

    static AttributeProto attribute(String name, long value) {
        return attribute(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto attribute(String name, float value) {
        return attribute(name, AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto attribute(String name, String value) {
        return attribute(name, AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto attribute(String name, List<Integer> values) {
        return attribute(name, AttributeType.INTS)
                .addAllInts(values.stream().map(Integer::longValue).toList())
                .build();
    }

    byte[] toBytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("loupe")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph.setName("converted"))
                .build()
                .toByteArray();
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private static TensorProto tensor(String name, DataType type, List<Integer> shape, ByteString raw) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .addAllDims(shape.stream().map(Integer::longValue).toList())
                .setRawData(raw)
                .build();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueInfoProto floats(String name, Consumer<TensorShapeProto.Builder> sides) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        sides.accept(shape);
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static void dimension(TensorShapeProto.Builder shape, String name) {
        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(name));
    }
}
