// Makes Communes.txt from the npm package @etalab/decoupage-administratif (Etalab, from INSEE and La Poste). Run by hand when the package changes, in a folder
// with @etalab/decoupage-administratif@6.0.0:
//   node communes.mjs node_modules/@etalab/decoupage-administratif > Communes.txt
// A line for each commune, and for each arrondissement of Paris, Lyon and Marseille: code, name, postcodes.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const kinds = new Set(["commune-actuelle", "arrondissement-municipal"]);
const lines = JSON.parse(readFileSync(join(process.argv[2], "data/communes.json")))
  .filter(({ type }) => kinds.has(type))
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code, nom, codesPostaux = [] }) => [code, nom, codesPostaux.join(" ")].join("\t"));
process.stdout.write(lines.join("\n") + "\n");
