// What TensorFlow.js computes for small graph models, one operator at a time. Writes each model with its result.
//
//   npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-converter@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0
//   NODE_PATH=node_modules node tools/golden/tensorflow_js.cjs
//
// The picture of every case: value at flat index i of [batch, height, width, 3] is 4 * ((i * 2654435761 mod 2^32) / 2^32)
// - 2 as float32. Weights are drawn from the same sequence.

const fs = require('fs');
const path = require('path');
const tf = require('@tensorflow/tfjs-core');
require('@tensorflow/tfjs-backend-cpu');
const { loadGraphModel } = require('@tensorflow/tfjs-converter');

const TARGET = path.join(__dirname, '../../vision-onnx/src/test/resources/golden/tensorflow-js-operators.json');
const BATCH = 2;

const hashed = (i) => Number((BigInt(i) * 2654435761n) % 4294967296n) / 4294967296;
const product = (shape) => shape.reduce((a, b) => a * b, 1);

// --- how models are written down ------------------------------------------------------------------------------------

const base64 = (text) => Buffer.from(text).toString('base64');
const text = (value) => ({ s: base64(value) });
const texts = (...values) => ({ list: { s: values.map(base64) } });
const ints = (...values) => ({ list: { i: values.map(String) } });
const number = (f) => ({ f });
const flag = (b) => ({ b });

const node = (op, input, attr = {}, name = 'out') => ({ name, op, input, attr });

let drawn = 1000;
function floats(shape, scale = 1) {
  const values = Array.from({ length: product(shape) }, () => scale * (2 * hashed(drawn++) - 1));
  return { shape, dtype: 'float32', bytes: Buffer.from(new Float32Array(values).buffer) };
}
const single = (value) => ({ shape: [], dtype: 'float32', bytes: Buffer.from(new Float32Array([value]).buffer) });
const whole = (shape, ...values) => ({ shape, dtype: 'int32', bytes: Buffer.from(new Int32Array(values).buffer) });
function half(shape) {
  // Halves of ordinary size: sign, exponents 11 to 15 (1/16 up to 1), any mantissa.
  const bits = Array.from({ length: product(shape) }, () => {
    const h = Math.floor(hashed(drawn++) * 65536);
    return (h & 0x8000) | ((11 + ((h >> 10) % 5)) << 10) | (h & 0x3ff);
  });
  return { shape, dtype: 'float32', quantization: { dtype: 'float16', original_dtype: 'float32' },
    bytes: Buffer.from(new Uint16Array(bits).buffer) };
}
function quantised(shape, dtype, values) {
  const Stored = dtype === 'uint8' ? Uint8Array : Uint16Array;
  const levels = dtype === 'uint8' ? 256 : 65536;
  const stored = Array.from({ length: product(shape) }, () => Math.floor(hashed(drawn++) * levels));
  return { shape, dtype: values, quantization: { dtype, scale: 2.5 / levels, min: -1.25, original_dtype: values },
    bytes: Buffer.from(new Stored(stored).buffer) };
}

function model(nodes, constants) {
  const specs = Object.entries(constants).map(([name, { bytes, ...spec }]) => ({ name, ...spec }));
  return {
    json: {
      format: 'graph-model',
      modelTopology: {
        node: [
          { name: 'image', op: 'Placeholder', attr: {} },
          ...Object.keys(constants).map((name) => ({ name, op: 'Const', attr: {} })),
          ...nodes,
        ],
      },
      weightsManifest: [{ paths: ['weights.bin'], weights: specs }],
    },
    weights: Buffer.concat(Object.values(constants).map((constant) => constant.bytes)),
  };
}

// --- the cases ------------------------------------------------------------------------------------------------------

const cases = [];
/** `recipeSize` is the size the converted graph is made for; the picture has `size`, and both may differ. */
function add(name, size, nodes, constants, more = {}) {
  cases.push({ name, size, recipeSize: size, run: model(nodes, constants), ...more });
}

const window = (stride, padding, more = {}) =>
  ({ strides: ints(1, stride, stride, 1), padding: text(padding), dilations: ints(1, 1, 1, 1), ...more });
const pool = (side, stride, padding) => window(stride, padding, { ksize: ints(1, side, side, 1) });

for (const [side, stride, padding, size] of [
  [3, 1, 'SAME', [5, 7]], [3, 2, 'SAME', [5, 7]], [3, 2, 'SAME', [6, 8]], [2, 2, 'SAME', [5, 8]], [5, 3, 'SAME', [7, 11]],
  [1, 2, 'SAME', [4, 5]], [3, 2, 'VALID', [6, 9]], [4, 1, 'VALID', [5, 6]]]) {
  add(`Conv2D ${side} x ${side} stride ${stride} ${padding} on ${size}`, size,
    [node('Conv2D', ['image', 'filter'], window(stride, padding))], { filter: floats([side, side, 3, 2]) });
  add(`DepthwiseConv2dNative ${side} x ${side} stride ${stride} ${padding} on ${size}`, size,
    [node('DepthwiseConv2dNative', ['image', 'filter'], window(stride, padding))], { filter: floats([side, side, 3, 1]) });
}
add('Conv2D of a tall kernel', [6, 5],
  [node('Conv2D', ['image', 'filter'], window(1, 'SAME'))], { filter: floats([4, 1, 3, 2]) });
add('Conv2D dilated', [9, 8],
  [node('Conv2D', ['image', 'filter'], window(1, 'SAME', { dilations: ints(1, 2, 3, 1) }))], { filter: floats([3, 3, 3, 2]) });
add('Conv2D explicitly padded', [4, 5],
  [node('Conv2D', ['image', 'filter'], window(2, 'EXPLICIT', { explicit_paddings: ints(0, 0, 2, 1, 0, 3, 0, 0) }))],
  { filter: floats([3, 3, 3, 2]) });
add('DepthwiseConv2dNative of multiplier 2', [5, 6],
  [node('DepthwiseConv2dNative', ['image', 'filter'], window(2, 'SAME'))], { filter: floats([3, 3, 3, 2]) });
add('DepthwiseConv2dNative dilated', [8, 7],
  [node('DepthwiseConv2dNative', ['image', 'filter'], window(1, 'SAME', { dilations: ints(1, 2, 2, 1) }))],
  { filter: floats([3, 3, 3, 1]) });

for (const activation of [[], ['Relu'], ['Relu6'], ['LeakyRelu'], ['Elu'], ['Prelu']]) {
  const fused = { fused_ops: texts('BiasAdd', ...activation), leakyrelu_alpha: number(0.3), epsilon: number(0) };
  const slope = activation[0] === 'Prelu';
  const args = { num_args: { i: slope ? '2' : '1' } };
  const inputs = ['image', 'filter', 'bias', ...(slope ? ['slope'] : [])];
  const constants = (shape) => ({ filter: floats(shape, 3), bias: floats([3]), ...(slope ? { slope: floats([1, 1, 3]) } : {}) });
  add(`_FusedConv2D with ${['BiasAdd', ...activation]}`, [3, 4],
    [node('_FusedConv2D', inputs, window(1, 'SAME', { ...fused, ...args }))], constants([1, 1, 3, 3]));
  const depthwise = constants([3, 3, 3, 1]);
  // TensorFlow.js forgets the slope of a LeakyRelu fused here and computes NaN, so it gets the same in three steps.
  const steps = [node('DepthwiseConv2dNative', ['image', 'filter'], window(1, 'SAME'), 'first'),
    node('BiasAdd', ['first', 'bias'], {}, 'second'), node('LeakyRelu', ['second'], { alpha: number(0.3) })];
  const inOne = model([node('FusedDepthwiseConv2dNative', inputs, window(1, 'SAME', { ...fused, ...args }))], depthwise);
  cases.push({ name: `FusedDepthwiseConv2dNative with ${['BiasAdd', ...activation]}`, size: [3, 4], recipeSize: [3, 4],
    run: activation[0] === 'LeakyRelu' ? model(steps, depthwise) : inOne, converted: inOne });
}

const scaled = node('Mul', ['image', 'five'], {}, 'scaled');
for (const [op, attr] of [['Relu', {}], ['Relu6', {}], ['Elu', {}], ['Sigmoid', {}], ['Softmax', {}],
  ['LeakyRelu', { alpha: number(0.1) }], ['LeakyRelu', {}]]) {
  add(`${op} ${JSON.stringify(attr)}`, [2, 3], [scaled, node(op, ['scaled'], attr)], { five: single(5) });
}
add('Prelu', [2, 3], [node('Prelu', ['image', 'slope'])], { slope: floats([1, 1, 3]) });
add('Softmax of vectors', [4, 3],
  [node('Mean', ['image', 'axes'], { keep_dims: flag(false) }, 'mean'), node('Softmax', ['mean'])], { axes: whole([2], 1, 2) });

for (const op of ['Add', 'AddV2', 'Sub', 'Mul']) {
  for (const shape of op === 'AddV2' ? [[], [3], [1], [1, 1, 3], [1, 1, 1, 3], [1, 1, 1, 1]] : [[], [3]]) {
    add(`${op} of a constant ${JSON.stringify(shape)}`, [2, 3], [node(op, ['image', 'constant'])], { constant: floats(shape) });
  }
  add(`${op} to a constant`, [2, 3], [node(op, ['constant', 'image'])], { constant: floats([3]) });
  add(`${op} of two maps`, [2, 3], [node('Sigmoid', ['image'], {}, 'other'), node(op, ['image', 'other'])], {});
}
add('BiasAdd', [2, 3], [node('BiasAdd', ['image', 'bias'])], { bias: floats([3]) });
add('AddN', [2, 3],
  [node('Sigmoid', ['image'], {}, 'one'), node('Relu', ['image'], {}, 'two'), node('AddN', ['image', 'one', 'two'])], {});
add('Mul of a map and one value per channel', [4, 3],
  [node('Mean', ['image', 'axes'], { keep_dims: flag(true) }, 'mean'), node('Mul', ['mean', 'image'])], { axes: whole([2], 1, 2) });
add('Add of one channel and many', [4, 3],
  [node('Mean', ['image', 'axes'], { keep_dims: flag(true) }, 'grey'), node('Add', ['grey', 'constant'])],
  { axes: whole([1], 3), constant: floats([5]) });
add('Add of vectors and a constant', [4, 3],
  [node('Mean', ['image', 'axes'], { keep_dims: flag(false) }, 'mean'), node('AddV2', ['mean', 'constant'])],
  { axes: whole([2], 1, 2), constant: floats([3]) });

for (const op of ['MaxPool', 'AvgPool']) {
  for (const [side, stride, padding, size] of [
    [3, 2, 'SAME', [5, 7]], [2, 2, 'SAME', [5, 6]], [3, 1, 'SAME', [4, 4]], [2, 2, 'VALID', [5, 6]], [3, 2, 'VALID', [7, 8]]]) {
    add(`${op} ${side} x ${side} stride ${stride} ${padding} on ${size}`, size, [node(op, ['image'], pool(side, stride, padding))], {});
  }
}
for (const [axes, keep] of [[[1, 2], true], [[2, 1], false], [[-3, -2], true], [[1], true], [[3], true], [[-1, 1], true], [[1, 2, 3], true]]) {
  add(`Mean over ${JSON.stringify(axes)}, axes ${keep ? 'kept' : 'dropped'}`, [4, 5],
    [node('Mean', ['image', 'axes'], { keep_dims: flag(keep) })], { axes: whole([axes.length], ...axes) });
}

for (const op of ['ResizeBilinear', 'ResizeNearestNeighbor']) {
  for (const attr of [{}, { half_pixel_centers: flag(true) }, { align_corners: flag(true) }]) {
    const resize = (height, width) => model([node(op, ['image', 'size'], attr)], { size: whole([2], height, width) });
    for (const [from, to] of [[[2, 3], [4, 6]], [[5, 3], [7, 4]], [[6, 4], [3, 2]], [[5, 7], [3, 4]], [[2, 2], [6, 4]]]) {
      cases.push({ name: `${op} from ${from} to ${to} ${JSON.stringify(attr)}`, size: from, recipeSize: from, run: resize(...to) });
    }
    cases.push({ name: `${op} by 2 of another size than the recipe's ${JSON.stringify(attr)}`,
      size: [2, 3], recipeSize: [16, 16], run: resize(4, 6), converted: resize(32, 32) });
    cases.push({ name: `${op} by a half of another size than the recipe's ${JSON.stringify(attr)}`,
      size: [6, 4], recipeSize: [16, 16], run: resize(3, 2), converted: resize(8, 8) });
  }
}

for (const axis of [3, -1]) {
  add(`ConcatV2 of channels, axis ${axis}`, [2, 3],
    [node('Conv2D', ['image', 'filter'], window(1, 'SAME'), 'other'), node('ConcatV2', ['image', 'other', 'image', 'axis'], { N: { i: '3' } })],
    { filter: floats([1, 1, 3, 2]), axis: whole([], axis) });
}
for (const axis of [1, 2]) {
  add(`ConcatV2 along axis ${axis}`, [2, 3],
    [node('Relu', ['image'], {}, 'other'), node('ConcatV2', ['image', 'other', 'axis'], { N: { i: '2' } })], { axis: whole([], axis) });
}
add('Pad', [2, 3], [node('Pad', ['image', 'margins'])], { margins: whole([4, 2], 0, 0, 1, 2, 3, 0, 0, 0) });
add('Pad of channels', [2, 3], [node('Pad', ['image', 'margins'])], { margins: whole([4, 2], 0, 0, 0, 0, 0, 1, 2, 5) });
add('PadV2', [2, 3], [node('PadV2', ['image', 'margins', 'filling'])],
  { margins: whole([4, 2], 0, 0, 1, 0, 0, 1, 0, 0), filling: single(7.5) });

add('Identity of maps and constants', [2, 3],
  [node('Identity', ['image'], {}, 'same'), node('Identity', ['bias'], {}, 'read'), node('BiasAdd', ['same:0', 'read']),
    node('Identity', ['out', '^same'], {}, 'last')], { bias: floats([3]) }, { output: 'last' });
add('Reshape of a constant', [2, 3],
  [node('Reshape', ['filter', 'shape'], {}, 'reshaped'), node('Conv2D', ['image', 'reshaped'], window(1, 'SAME'))],
  { filter: floats([2, 2, 6]), shape: whole([4], 2, 2, 3, -1) });

add('weights of half precision', [3, 4],
  [node('_FusedConv2D', ['image', 'filter', 'bias'], window(1, 'SAME', { fused_ops: texts('BiasAdd'), num_args: { i: '1' } }), 'first'),
    node('Mul', ['first', 'factor'], {}, 'second'), node('DepthwiseConv2dNative', ['second', 'depthwise'], window(1, 'SAME'))],
  { filter: half([3, 3, 3, 2]), bias: half([2]), factor: half([]), depthwise: half([3, 3, 2, 2]) });
for (const stored of ['uint8', 'uint16']) {
  add(`weights stored as ${stored}`, [3, 4],
    [node('Conv2D', ['image', 'filter'], window(1, 'SAME'), 'first'), node('AddV2', ['first', 'bias'])],
    { filter: quantised([3, 3, 3, 2], stored, 'float32'), bias: quantised([2], stored, 'float32') });
}

// --- running them ---------------------------------------------------------------------------------------------------

async function run({ size, run: { json, weights }, output = 'out' }) {
  const shape = [BATCH, ...size, 3];
  const picture = tf.tensor(Float32Array.from({ length: product(shape) }, (_, i) => 4 * hashed(i) - 2), shape);
  const bytes = weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.length);
  const loaded = await loadGraphModel(tf.io.fromMemory({
    modelTopology: { versions: {}, ...json.modelTopology }, weightSpecs: json.weightsManifest[0].weights, weightData: bytes, format: 'graph-model' }));
  const result = loaded.execute({ image: picture }, output);
  return { shape: result.shape, values: Array.from(result.dataSync(), (value) => Number(value.toPrecision(6))) };
}

(async () => {
  await tf.setBackend('cpu');
  const lines = [];
  for (const one of cases) {
    const { shape, values } = await run(one).catch((e) => { throw new Error(one.name, { cause: e }); });
    const { json, weights } = one.converted || one.run;
    lines.push(JSON.stringify({ name: one.name, size: one.size, recipe_size: one.recipeSize, output: one.output || 'out',
      graph: json, weights: weights.toString('base64'), shape, values }));
  }
  fs.writeFileSync(TARGET, `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${cases.length} cases, TensorFlow.js ${tf.version_core}`);
})();
