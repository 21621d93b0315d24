// The parts of Apache ECharts that the page draws with; what is not named is not bundled.
import { init, use } from 'echarts/core';
import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart, CustomChart, GridComponent, LineChart, SankeyChart, ScatterChart, SVGRenderer,
  TooltipComponent]);

/** An empty drawing in an element. */
export const drawingIn = (element, size) => init(element, null, { renderer: 'svg', ...size });

/** A chart as an SVG element that is not part of the page. */
export function svgOf(chart, size) {
  const place = document.createElement('div');
  const drawing = drawingIn(place, size);
  drawing.setOption(chart.option(size));
  drawing.getZr().flush();
  const svg = place.querySelector('svg').cloneNode(true);
  drawing.dispose();
  return svg;
}
