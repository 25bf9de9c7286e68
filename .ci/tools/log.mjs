// usage: node log.mjs ADDRESS - verifies the publication log from its tiles alone (RFC 6962 hashing, C2SP tlog-tiles and signed
// notes), without a line of the publisher's code. Prints origin and size.
import { createHash, createPublicKey, verify } from 'node:crypto';

const address = process.argv[2];
const fetched = async (path) => {
  const answer = await fetch(address + path);
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return Buffer.from(await answer.arrayBuffer());
};
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const node = (left, right) => sha256(Buffer.from([1]), left, right);

const note = (await fetched('/log/checkpoint')).toString('utf8');
const split = note.lastIndexOf('\n\n');
const body = note.slice(0, split + 1);
const [origin, size, root] = body.split('\n');
const key = (await fetched('/log/key')).toString('utf8').trim();
const [name, , ...rest] = key.split('+');
const packed = Buffer.from(rest.join('+'), 'base64');
if (packed[0] !== 1 || packed.length !== 33) {
  throw new Error('the key is not one of Ed25519');
}
const id = sha256(Buffer.from(`${name}\n`), packed).subarray(0, 4);
const publicKey = createPublicKey({
  key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), packed.subarray(1)]), format: 'der', type: 'spki',
});
const isSigned = note.slice(split + 2).split('\n').filter(Boolean).some((line) => {
  const [, signer, signature] = line.split(' ');
  const bytes = Buffer.from(signature, 'base64');
  return signer === name && bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(body), publicKey, bytes.subarray(4));
});
if (!isSigned) {
  throw new Error('no signature of the checkpoint is that of the key');
}

const tilePath = (number) => {
  const digits = String(number).padStart(Math.ceil(String(number).length / 3) * 3, '0').match(/.{3}/g);
  return digits.map((part, i) => (i < digits.length - 1 ? `x${part}` : part)).join('/');
};
const count = Number(size);
const leaves = [];
for (let number = 0; number * 256 < count; number++) {
  const width = Math.min(256, count - number * 256);
  const partial = width < 256 ? `.p/${width}` : '';
  const hashes = await fetched(`/log/tile/0/${tilePath(number)}${partial}`);
  const entries = await fetched(`/log/tile/entries/${tilePath(number)}${partial}`);
  let at = 0;
  for (let i = 0; i < width; i++) {
    const length = entries.readUInt16BE(at);
    const leaf = sha256(Buffer.from([0]), entries.subarray(at + 2, at + 2 + length));
    if (!leaf.equals(hashes.subarray(32 * i, 32 * i + 32))) {
      throw new Error(`entry ${number * 256 + i} is not what its hash says`);
    }
    leaves.push(leaf);
    at += 2 + length;
  }
}
const tree = (from, to) => {
  if (to - from === 1) {
    return leaves[from];
  }
  let half = 1;
  while (half * 2 < to - from) {
    half *= 2;
  }
  return node(tree(from, from + half), tree(from + half, to));
};
const computed = count === 0 ? sha256(Buffer.alloc(0)) : tree(0, count);
if (computed.toString('base64') !== root) {
  throw new Error(`the entries give the root ${computed.toString('base64')}, the checkpoint says ${root}`);
}
console.log(`${origin} ${count}`);
