// A position chosen on the website's own map: a click, a drag or the arrow keys move the point, and the two inputs follow. Without the map they are typed.
const size = { width: 1000, height: 667 };
const france = { latitude: 46.6, longitude: 2.4 };
const wholeFrance = 11;
const near = 2;
const [narrowest, widest] = [0.3, 120];
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const decimals = 5;

export class Position {
  /** @param inputs the two inputs, latitude first; frame what the page brings; address where maps are drawn */
  constructor(inputs, frame, address) {
    [this.latitude, this.longitude] = inputs.querySelectorAll('input');
    Object.assign(this, { address, frame, map: frame.querySelector('.position__map'), point: frame.querySelector('.position__point'), status: frame.querySelector('[role="status"]') });
    this.map.setAttribute('aria-label', this.map.getAttribute('aria-label') + inputs.dataset.position);
    const keys = frame.querySelector('[data-keys]');
    keys.id = `${this.latitude.id}-keys`;
    this.map.setAttribute('aria-describedby', keys.id);
    this.numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: decimals, useGrouping: false });
    inputs.after(frame);
    this.listen();
  }

  listen() {
    this.frame.addEventListener('toggle', () => { if (this.frame.open && !this.part) this.load(); });
    this.frame.querySelector('.position__tools').addEventListener('click', (event) => this.zoom(event.target.closest('[data-press]')?.dataset.press));
    for (const input of [this.latitude, this.longitude]) {
      input.addEventListener('change', () => { if (this.part) this.load(); });
    }
    this.map.addEventListener('pointerdown', (event) => {
      this.map.setPointerCapture(event.pointerId);
      this.pointTo(event);
    });
    this.map.addEventListener('pointermove', (event) => { if (this.map.hasPointerCapture(event.pointerId)) this.pointTo(event); });
    this.map.addEventListener('keydown', (event) => this.key(event));
  }

  /** The position in the inputs; null where they hold none. */
  get place() {
    const [latitude, longitude] = [this.latitude, this.longitude].map((input) => Number.parseFloat(input.value.trim().replace(',', '.').replace('−', '-')));
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
  }

  set place({ latitude, longitude }) {
    this.latitude.value = this.numbers.format(Math.min(90, Math.max(-90, latitude)));
    this.longitude.value = this.numbers.format(Math.min(180, Math.max(-180, longitude)));
    this.latitude.dispatchEvent(new Event('input', { bubbles: true }));
    this.show();
  }

  async load(span = this.part ? this.part.north - this.part.south : this.place ? near : wholeFrance) {
    const middle = this.place ?? france;
    const answer = await fetch(`${this.address}?latitude=${middle.latitude}&longitude=${middle.longitude}&span=${span}`).catch(() => null);
    if (!answer?.ok) {
      this.status.textContent = this.status.dataset.failed;
      return;
    }
    this.part = await answer.json();
    this.frame.querySelector('.position__land').setAttribute('d', this.part.land);
    this.frame.querySelector('.position__border').setAttribute('d', this.part.borders);
    this.show();
  }

  show() {
    const { place, part } = this;
    this.point.toggleAttribute('hidden', !place);
    if (place) {
      this.point.setAttribute('cx', ((place.longitude - part.west) / (part.east - part.west)) * size.width);
      this.point.setAttribute('cy', ((part.north - place.latitude) / (part.north - part.south)) * size.height);
      this.status.textContent = this.status.dataset.words.replace('{0}', this.latitude.value).replace('{1}', this.longitude.value);
    }
  }

  pointTo(event) {
    const box = this.map.getBoundingClientRect();
    const { part } = this;
    if (part) {
      this.place = {
        longitude: part.west + ((event.clientX - box.left) / box.width) * (part.east - part.west),
        latitude: part.north - ((event.clientY - box.top) / box.height) * (part.north - part.south),
      };
    }
  }

  key(event) {
    const { part } = this;
    const press = { '+': 'in', '-': 'out' }[event.key];
    if (!part || event.ctrlKey || event.metaKey || event.altKey || !(press || event.key in arrows)) {
      return;
    }
    event.preventDefault();
    if (press) {
      this.zoom(press);
      return;
    }
    const step = (part.north - part.south) / (event.shiftKey ? 10 : 100);
    const [east, north] = arrows[event.key];
    const from = this.place ?? france;
    this.place = { latitude: from.latitude + north * step, longitude: from.longitude + east * step };
    const { latitude, longitude } = this.place;
    if (latitude < part.south || latitude > part.north || longitude < part.west || longitude > part.east) {
      this.load();
    }
  }

  zoom(press) {
    const span = this.part && this.part.north - this.part.south;
    if (span && press) {
      this.load(Math.min(widest, Math.max(narrowest, press === 'in' ? span / 2 : span * 2)));
    }
  }
}
