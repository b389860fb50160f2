// Makes WorldOutlines.txt from the npm package world-atlas (Natural Earth, public domain). Run by hand when the package changes, in a folder with
// world-atlas@2.0.2 and topojson-client@3.1.0:
//   node world-outlines.mjs node_modules/world-atlas > WorldOutlines.txt
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";

const load = createRequire(join(process.cwd(), "world-outlines.mjs"));
const { feature, mesh } = load("topojson-client");
const folder = process.argv[2];

// west, south, east, north: France and its overseas départements.
const france = [[-5.6, 41.2, 9.9, 51.4], [-62.2, 14.1, -60.4, 16.8], [-55, 2, -51, 6.2], [55, -21.6, 56, -20.7], [44.8, -13.2, 45.5, -12.5]];

const read = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`)));
const rings = (topology, name) => feature(topology, topology.objects[name]).features
  .flatMap(({ geometry }) => geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat());
const lines = (topology) => mesh(topology, topology.objects.countries, (a, b) => a !== b).coordinates;

// Sutherland and Hodgman: a polygon within a box.
const clip = (ring, [west, south, east, north]) => {
  const edges = [
    [p => p[0] >= west, (a, b) => cut(a, b, (west - a[0]) / (b[0] - a[0]))],
    [p => p[0] <= east, (a, b) => cut(a, b, (east - a[0]) / (b[0] - a[0]))],
    [p => p[1] >= south, (a, b) => cut(a, b, (south - a[1]) / (b[1] - a[1]))],
    [p => p[1] <= north, (a, b) => cut(a, b, (north - a[1]) / (b[1] - a[1]))],
  ];
  return edges.reduce((points, [inside, cross]) => points.flatMap((b, i) => {
    const a = points[(i + points.length - 1) % points.length];
    return inside(b) ? (inside(a) ? [b] : [cross(a, b), b]) : inside(a) ? [cross(a, b)] : [];
  }), ring);
};
const cut = (a, b, t) => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];

// Runs of a line with a point in a box.
const within = (line, [west, south, east, north]) => {
  const inside = ([x, y]) => x >= west && x <= east && y >= south && y <= north;
  const runs = [[]];
  line.forEach((point, i) => {
    if (inside(point) || (i > 0 && inside(line[i - 1])) || (i + 1 < line.length && inside(line[i + 1]))) runs.at(-1).push(point);
    else if (runs.at(-1).length > 0) runs.push([]);
  });
  return runs.filter(run => run.length > 1);
};

// One line a ring or border: the first point, then differences, in parts of a degree.
const write = (kind, points, parts) => {
  let [x, y] = [0, 0];
  const numbers = [];
  for (const [lon, lat] of points) {
    const [nextX, nextY] = [Math.round(lon * parts), Math.round(lat * parts)];
    if (numbers.length === 0 || nextX !== x || nextY !== y) numbers.push(nextX - x, nextY - y);
    [x, y] = [nextX, nextY];
  }
  if (numbers.length >= (kind === "l" ? 6 : 4)) console.log(kind, numbers.join(" "));
};

// A line that goes over the 180th meridian goes on there, and is there a second time on the other side of the map.
const unwrapped = (line) => {
  const whole = [];
  for (const [lon, lat] of line) whole.push([whole.length === 0 ? lon : lon + 360 * Math.round((whole.at(-1)[0] - lon) / 360), lat]);
  const longitudes = whole.map(([lon]) => lon);
  const shift = Math.max(...longitudes) > 180 ? -360 : Math.min(...longitudes) < -180 ? 360 : 0;
  return shift === 0 ? [whole] : [whole, whole.map(([lon, lat]) => [lon + shift, lat])];
};

const level = (name, parts, box, land, borders) => {
  console.log("level", name, parts, box.join(" "));
  land.flatMap(unwrapped).forEach(ring => write("l", ring, parts));
  borders.flatMap(unwrapped).forEach(line => write("b", line, parts));
};

// Douglas and Peucker: a line without the points that are nearer to it than some degrees.
const thin = (line, degrees) => {
  if (degrees === 0 || line.length < 3) return line;
  const [[x, y], [toX, toY]] = [line[0], line.at(-1)];
  const length = Math.hypot(toX - x, toY - y);
  const away = line.map(([lon, lat]) => length === 0 ? Math.hypot(lon - x, lat - y) : Math.abs((toX - x) * (y - lat) - (x - lon) * (toY - y)) / length);
  const far = away.indexOf(Math.max(...away));
  return away[far] <= degrees ? [line[0], line.at(-1)] : [...thin(line.slice(0, far + 1), degrees).slice(0, -1), ...thin(line.slice(far), degrees)];
};

const north = ring => Math.max(...ring.map(([, lat]) => lat)) > -60;
const [coarse, coarseLand] = [read("countries-110m"), read("land-110m")];
level("world", 10, [-180, -60, 180, 84], rings(coarseLand, "land").filter(north), lines(coarse));
const [middle, middleLand] = [read("countries-50m"), read("land-50m")];
level("region", 50, [-180, -60, 180, 84], rings(middleLand, "land").filter(north).map(ring => thin(ring, .03)), lines(middle).map(line => thin(line, .03)));
const [fine, fineLand] = [read("countries-10m"), read("land-10m")];
for (const box of france) {
  level("detail", 500, box, rings(fineLand, "land").map(ring => clip(ring, box)).filter(ring => ring.length > 2), lines(fine).flatMap(line => within(line, box)));
}
