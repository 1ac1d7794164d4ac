// What TensorFlow.js computes with the graph that the built-in network is converted from, for one made-up picture.
// Rewrites 'outputs' of the golden file and keeps its 'pictures' (boxes found by the same graph in six photographs that
// Pillow squashed to 512 x 512 with its bilinear filter).
//
//   npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-converter@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0
//   NODE_PATH=node_modules node tools/golden/coco_mobilenet_v3.cjs     (after a build, which fetches the package)

const fs = require('fs');
const path = require('path');
const tf = require('@tensorflow/tfjs-core');
require('@tensorflow/tfjs-backend-cpu');
const { loadGraphModel } = require('@tensorflow/tfjs-converter');

const MODULE = path.join(__dirname, '../../builtin-network');
const MODELS = path.join(MODULE, 'node_modules/@vladmandic/human/models');
const TARGET = path.join(MODULE, 'src/test/resources/golden/coco-mobilenet-v3.json');
const SIDE = 512;

/** Value at flat index i of [1, 3, 512, 512], in the order of TensorFlow.js: [1, 512, 512, 3]. */
function picture() {
  const values = new Float32Array(3 * SIDE * SIDE);
  for (let i = 0; i < values.length; i++) {
    const hashed = Number((BigInt(i) * 2654435761n) % 4294967296n) / 4294967296;
    values[(i % (SIDE * SIDE)) * 3 + Math.floor(i / (SIDE * SIDE))] = hashed * 255;
  }
  return tf.tensor(values, [1, SIDE, SIDE, 3]);
}

const rounded = (value) => Number(value.toPrecision(6));

/** A tensor in the order of ONNX, in a few numbers. */
function summary(tensor) {
  const planes = tensor.rank === 4 ? tf.transpose(tensor, [0, 3, 1, 2]) : tensor;
  const values = Array.from(planes.dataSync());
  return {
    shape: planes.shape,
    first8: values.slice(0, 8).map(rounded),
    last4: values.slice(-4).map(rounded),
    mean: rounded(values.reduce((sum, value) => sum + value, 0) / values.length),
    l2: rounded(Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))),
    max: rounded(values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)),
  };
}

(async () => {
  await tf.setBackend('cpu');
  const { modelTopology, weightsManifest } = JSON.parse(fs.readFileSync(path.join(MODELS, 'centernet.json')));
  const { buffer, byteOffset, length } = fs.readFileSync(path.join(MODELS, 'centernet.bin'));
  const model = await loadGraphModel(tf.io.fromMemory({
    modelTopology, weightSpecs: weightsManifest[0].weights, weightData: buffer.slice(byteOffset, byteOffset + length) }));
  const { outputs } = JSON.parse(fs.readFileSync(path.join(MODULE, 'src/main/network/recipe.json')));
  const nodes = { ...outputs.taps, ...outputs.detections };
  const results = model.execute({ 'tower_0/images': picture() }, Object.values(nodes));
  const golden = JSON.parse(fs.readFileSync(TARGET));
  Object.keys(nodes).forEach((name, i) => { golden.outputs[name] = summary(results[i]); });
  const embedded = model.execute({ 'tower_0/images': picture() }, outputs.embedding.node);
  golden.outputs.embedding = summary(tf.mean(embedded, [1, 2]));
  fs.writeFileSync(TARGET, JSON.stringify(golden, null, 1));
})();
