package city.plaza.identity.password;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keys one beside the other: {@code qwerty}, {@code 1q2w3e}, {@code zaqwsx}. A walk keeps
 * its way or alternates between two.
 */
final class KeyboardWalk {

	private static final List<Map<Character, Key>> KEYBOARDS = List.of(
			keyboard("qwertyuiop", "asdfghjkl;", "zxcvbnm,./"), keyboard("qwertzuiop", "asdfghjkl", "yxcvbnm,.-"),
			keyboard("azertyuiop", "qsdfghjklm", "wxcvbn,;:!"));

	private static final String SHIFTED = "!@#$%^&*()";

	private record Key(int row, int column) {

		boolean isBeside(Key other) {
			Key way = wayTo(other);
			return Math.abs(way.row()) <= 1 && Math.abs(way.column()) <= 1;
		}

		Key wayTo(Key other) {
			return new Key(other.row - this.row, other.column - this.column);
		}

	}

	private KeyboardWalk() {
	}

	/** Where the longest walk from a start ends, on any keyboard. */
	static int end(String text, int start) {
		return KEYBOARDS.stream().mapToInt((keys) -> end(keys, text, start)).max().orElse(start);
	}

	private static int end(Map<Character, Key> keys, String text, int start) {
		int end = start;
		while (end < text.length() && keys.containsKey(text.charAt(end))
				&& (end == start || goesOn(keys, text, start, end))) {
			end++;
		}
		return end;
	}

	private static boolean goesOn(Map<Character, Key> keys, String text, int start, int end) {
		Key before = keys.get(text.charAt(end - 1));
		Key here = keys.get(text.charAt(end));
		if (before == null || here == null || !before.isBeside(here)) {
			return false;
		}
		return end - start < 3 || before.wayTo(here).equals(way(keys, text, end - 2));
	}

	private static Key way(Map<Character, Key> keys, String text, int to) {
		Key from = keys.get(text.charAt(to - 1));
		Key key = keys.get(text.charAt(to));
		return (from != null && key != null) ? from.wayTo(key) : new Key(0, 0);
	}

	private static Map<Character, Key> keyboard(String... letters) {
		List<String> rows = Stream.concat(Stream.of("1234567890"), Stream.of(letters)).toList();
		Map<Character, Key> keys = IntStream.range(0, rows.size())
			.boxed()
			.flatMap((row) -> IntStream.range(0, rows.get(row).length())
				.mapToObj((column) -> Map.entry(rows.get(row).charAt(column), new Key(row, column))))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
		IntStream.range(0, SHIFTED.length())
			.forEach((column) -> keys.putIfAbsent(SHIFTED.charAt(column), new Key(0, column)));
		return Map.copyOf(keys);
	}

}
