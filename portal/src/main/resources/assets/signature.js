// The signature step works without this file: then the typed name is the signature. It offers a pad to draw on,
// and shows the typed name as a signature. What is drawn is kept in the form as text: width.height_x.y.x.y_x.y ...
(() => {
  const form = document.querySelector('form[data-signature]');
  if (!form || !window.SignaturePad) {
    return;
  }
  const part = (name) => form.querySelector(`[data-signature-${name}]`);
  const canvas = form.querySelector('canvas');
  const strokes = part('strokes');
  const name = document.getElementById('signature');
  const toggle = document.getElementById('method');
  const most = 2900;
  part('plain').hidden = true;
  part('choice').hidden = false;
  part('offered').value = 'on';
  const pad = new window.SignaturePad(canvas, { minWidth: 1, maxWidth: 2.5 });

  const read = (text, width) => {
    const [size, ...lines] = text.split('_').map((line) => line.split('.').map(Number));
    const scale = width / size[0];
    return lines.map((line) => ({ minWidth: 1, maxWidth: 2.5, penColor: 'black', dotSize: 0, points: line
      .filter((_, index) => index % 2 === 0)
      .map((_, index) => ({ x: line[2 * index] * scale, y: line[2 * index + 1] * scale, pressure: 0.5, time: 20 * index })) }));
  };
  const write = () => {
    const width = Math.round(canvas.clientWidth);
    const height = Math.round(canvas.clientHeight);
    const groups = pad.toData();
    const count = groups.reduce((sum, group) => sum + group.points.length, 0);
    const every = Math.max(1, Math.ceil(count / most));
    const within = (value, side) => Math.min(side, Math.max(0, Math.round(value)));
    const lines = groups.map((group) => group.points
      .filter((_, index) => index % every === 0 || index === group.points.length - 1)
      .map((point) => `${within(point.x, width)}.${within(point.y, height)}`)
      .filter((point, index, all) => point !== all[index - 1])
      .join('.'));
    strokes.value = lines.length === 0 ? '' : [`${width}.${height}`, ...lines.slice(0, 200)].join('_');
  };
  const fit = () => {
    if (canvas.clientWidth === 0) {
      return;
    }
    const ratio = Math.max(window.devicePixelRatio || 1, 1);
    canvas.width = canvas.clientWidth * ratio;
    canvas.height = canvas.clientHeight * ratio;
    canvas.getContext('2d').scale(ratio, ratio);
    pad.clear();
    if (/^\d+\.\d+(_[\d.]+)+$/.test(strokes.value)) {
      pad.fromData(read(strokes.value, canvas.clientWidth));
    }
  };
  const choose = () => {
    const typed = part('typed');
    typed.hidden = !toggle.checked;
    typed.textContent = toggle.checked ? name.value : '';
    part('pad').hidden = toggle.checked;
    if (!toggle.checked) {
      fit();
    }
  };
  pad.addEventListener('endStroke', write);
  part('clear').addEventListener('click', () => {
    pad.clear();
    strokes.value = '';
  });
  toggle.addEventListener('change', choose);
  name.addEventListener('input', () => {
    if (toggle.checked) {
      part('typed').textContent = name.value;
    }
  });
  window.addEventListener('pageshow', choose);
  window.addEventListener('resize', choose);
  choose();
})();
