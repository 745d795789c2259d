package city.plaza.identity.completion;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A signature as it was drawn: no picture that somebody else made, but whole numbers that
 * can be nothing but lines.
 *
 * @param width of the canvas, 1 to {@value #LONGEST_SIDE}
 * @param height of the canvas, 1 to {@value #LONGEST_SIDE}
 * @param strokes each a list of x, y, x, y, ... within the canvas
 */
record Drawing(int width, int height, List<List<Integer>> strokes) {

	static final int LONGEST_SIDE = 2000;

	static final int MOST_STROKES = 200;

	/** Of all strokes together: a signature of a minute on a fast screen. */
	static final int MOST_NUMBERS = 6000;

	/** Nobody's name is a dot or a short dash. */
	private static final int FEWEST_NUMBERS = 12;

	private static final int SHORTEST_EXTENT = 16;

	/** What is wrong with a drawing. */
	enum Violation {

		/** No strokes within a canvas. */
		INVALID("drawing-invalid", "Send strokes of whole numbers within the width and height."),
		/** More strokes or numbers than a signature has. */
		TOO_LARGE("drawing-too-large",
				"A drawing has at most " + MOST_STROKES + " strokes and " + MOST_NUMBERS + " numbers."),
		/** Not enough to know anybody by. */
		TOO_SMALL("drawing-too-small", "Draw the whole signature.");

		private final String code;

		private final String message;

		Violation(String code, String message) {
			this.code = code;
			this.message = message;
		}

		String code() {
			return this.code;
		}

		String message() {
			return this.message;
		}

	}

	/** What is wrong with it; null where it is a signature. */
	@Nullable Violation violation() {
		if (!this.strokes.stream().allMatch(Objects::nonNull)) {
			return Violation.INVALID;
		}
		if (this.strokes.size() > MOST_STROKES || numbers() > MOST_NUMBERS) {
			return Violation.TOO_LARGE;
		}
		if (!isSide(this.width) || !isSide(this.height) || !this.strokes.stream().allMatch(this::fits)) {
			return Violation.INVALID;
		}
		boolean small = numbers() < FEWEST_NUMBERS || Math.max(extent(0), extent(1)) < SHORTEST_EXTENT;
		return small ? Violation.TOO_SMALL : null;
	}

	private int numbers() {
		return this.strokes.stream().mapToInt(List::size).sum();
	}

	private static boolean isSide(int length) {
		return length >= 1 && length <= LONGEST_SIDE;
	}

	private boolean fits(List<Integer> stroke) {
		return !stroke.isEmpty() && stroke.size() % 2 == 0 && IntStream.range(0, stroke.size())
			.allMatch((index) -> isWithin(stroke.get(index), (index % 2 == 0) ? this.width : this.height));
	}

	private static boolean isWithin(@Nullable Integer number, int side) {
		return number != null && number >= 0 && number <= side;
	}

	/** How far it reaches along an axis. */
	private int extent(int axis) {
		var summary = this.strokes.stream()
			.flatMapToInt(
					(stroke) -> IntStream.range(0, stroke.size() / 2).map((point) -> stroke.get(2 * point + axis)))
			.summaryStatistics();
		return summary.getMax() - summary.getMin();
	}

	@Override
	public String toString() {
		return "Drawing[strokes=" + this.strokes.size() + "]";
	}

}
