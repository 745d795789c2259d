package city.plaza.identity.completion;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A signature as it was drawn, in whole pixels of its canvas: at most 200 strokes and
 * 6,000 numbers.
 *
 * @param width of the canvas, at most 2000
 * @param height of the canvas, at most 2000
 * @param strokes each the points of one line: x, y, x, y, ...
 */
record DrawingBody(int width, int height, List<List<Integer>> strokes) {

	static @Nullable DrawingBody of(@Nullable Drawing drawing) {
		return (drawing != null) ? new DrawingBody(drawing.width(), drawing.height(), drawing.strokes()) : null;
	}

	Drawing drawing() {
		return new Drawing(this.width, this.height, this.strokes);
	}

}
