package city.plaza.portal.completion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A signature as it was drawn. In forms it is a text of digits, dots and underscores,
 * none of which a form encodes: {@code 600.200_10.20.11.22_40.50.41.52} is a canvas of
 * 600 by 200 and two strokes of two points.
 *
 * @param width of the canvas
 * @param height of the canvas
 * @param strokes each a list of x, y, x, y, ...
 */
record Drawing(int width, int height, List<List<Integer>> strokes) {

	private static final int LONGEST = 40_000;

	private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,4}(?:\\.[0-9]{1,4})*");

	/**
	 * Reads the text of a form.
	 * @param text as the script wrote it; null or empty where nothing is drawn
	 * @return empty where there is no drawing in it; whether it is a signature is the
	 * service's to say
	 */
	static Optional<Drawing> read(@Nullable String text) {
		if (text == null || text.isEmpty() || text.length() > LONGEST) {
			return Optional.empty();
		}
		List<String> parts = List.of(text.split("_", -1));
		if (!parts.stream().allMatch((part) -> NUMBERS.matcher(part).matches())) {
			return Optional.empty();
		}
		List<List<Integer>> lines = parts.stream().map(Drawing::numbers).toList();
		List<Integer> canvas = lines.getFirst();
		return (canvas.size() == 2)
				? Optional.of(new Drawing(canvas.getFirst(), canvas.getLast(), lines.subList(1, lines.size())))
				: Optional.empty();
	}

	/** For the form. */
	public String text() {
		return this.width + "." + this.height
				+ this.strokes.stream()
					.map((stroke) -> "_" + stroke.stream().map(String::valueOf).collect(Collectors.joining(".")))
					.collect(Collectors.joining());
	}

	/** For an SVG's view box. */
	public String viewBox() {
		return "0 0 " + this.width + " " + this.height;
	}

	/** For an SVG's path: numbers and the letters M and L. */
	public String path() {
		return this.strokes.stream().map(Drawing::path).collect(Collectors.joining());
	}

	private static String path(List<Integer> stroke) {
		return IntStream.range(0, stroke.size() / 2)
			.mapToObj((point) -> ((point == 0) ? "M" : "L") + stroke.get(2 * point) + " " + stroke.get(2 * point + 1))
			.collect(Collectors.joining());
	}

	private static List<Integer> numbers(String part) {
		return Arrays.stream(part.split("\\.")).map(Integer::valueOf).toList();
	}

}
