// Reads ESC/POS with npos, a decoder by other hands: prints one line of JSON with the commands by name and the
// pictures' dots as text, a row of 0 and 1 each. Usage: node decode.js NPOS_FOLDER SLIP.bin
const fs = require('fs');
const npos = require(process.argv[2]);

npos.parser(npos.rules).parse(fs.readFileSync(process.argv[3])).then((found) => {
  const pictures = found.entries.filter((entry) => entry.type === 'raster').map(({ data }) => {
    const rows = [];
    for (let y = 0; y < data._height; ++y)
      rows.push(Array.from(data._data.subarray(y * data._width, (y + 1) * data._width),
        (shade) => (shade === 0 ? '1' : '0')).join(''));
    return rows;
  });
  console.log(JSON.stringify({ commands: found.tree.map((node) => node.fn), pictures }));
}, (error) => {
  console.error(String(error));
  process.exit(1);
});
