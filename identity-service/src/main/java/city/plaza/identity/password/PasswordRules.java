package city.plaza.identity.password;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a password must be, after NIST SP 800-63B-4, section 3.1.1.2: long, any
 * characters, not one that is tried first; no rule of composition.
 * <p>
 * A password is too common when little is left of it once everything guessable is taken
 * away: well-known words, the holder's own names and address, rows of keys, sequences and
 * repetitions.
 */
@Component
public class PasswordRules {

	static final int MIN_LENGTH = 15;

	static final int MAX_LENGTH = 128;

	private static final int LEAST_LEFT = 6;

	private static final int LONGEST_UNIT = 8;

	private static final int SHORTEST_WORD = 3;

	private static final List<String> ROWS = List.of("abcdefghijklmnopqrstuvwxyz", "0123456789012345678901234567890",
			"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1qaz2wsx3edc4rfv5tgb6yhn7ujm");

	private final CommonWords common;

	private final List<String> blocked;

	PasswordRules(CommonWords common, PasswordSettings settings) {
		this.common = common;
		this.blocked = settings.blockedWords();
	}

	/**
	 * Judges a password.
	 * @param password as typed
	 * @param own what its holder is known by: names, the address
	 * @return null where it can be taken
	 */
	public @Nullable PasswordFault faultOf(@Nullable Secret password, Collection<String> own) {
		if (password == null || password.reveal().isEmpty()) {
			return PasswordFault.REQUIRED;
		}
		String typed = password.reveal();
		String hashed = PasswordText.normalized(password);
		// Each side of the normalisation may be the shorter one.
		if (Math.min(length(typed), length(hashed)) < MIN_LENGTH) {
			return PasswordFault.TOO_SHORT;
		}
		if (length(typed) > MAX_LENGTH) {
			return PasswordFault.TOO_LONG;
		}
		return isCommon(hashed.toLowerCase(Locale.ROOT), own) ? PasswordFault.TOO_COMMON : null;
	}

	private boolean isCommon(String password, Collection<String> own) {
		if (repeats(password)) {
			return true;
		}
		String left = password;
		for (String word : words(own)) {
			left = left.replace(word, "");
		}
		long kept = withoutRuns(left).codePoints().filter((letter) -> !Character.isWhitespace(letter)).count();
		return kept < LEAST_LEFT;
	}

	private List<String> words(Collection<String> own) {
		return Stream.concat(this.common.words().stream(), Stream.concat(this.blocked.stream(), own.stream()))
			.map((word) -> word.toLowerCase(Locale.ROOT).strip())
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.distinct()
			.sorted(Comparator.comparingInt(String::length).reversed())
			.toList();
	}

	private static boolean repeats(String text) {
		return Stream.iterate(1, (unit) -> unit <= LONGEST_UNIT && 2 * unit <= text.length(), (unit) -> unit + 1)
			.anyMatch((unit) -> text.regionMatches(unit, text, 0, text.length() - unit));
	}

	/** Takes away runs of three or more: {@code aaa}, {@code 456}, {@code lkj}. */
	private static String withoutRuns(String text) {
		StringBuilder left = new StringBuilder();
		int start = 0;
		while (start < text.length()) {
			int end = Math.max(runEnd(text, start), Math.max(rowEnd(text, start, false), rowEnd(text, start, true)));
			if (end - start >= SHORTEST_WORD) {
				start = end;
			}
			else {
				left.append(text.charAt(start));
				start++;
			}
		}
		return left.toString();
	}

	private static int runEnd(String text, int start) {
		int end = start + 1;
		while (end < text.length() && text.charAt(end) == text.charAt(start)) {
			end++;
		}
		return end;
	}

	private static int rowEnd(String text, int start, boolean backwards) {
		int longest = start;
		for (String row : ROWS) {
			String keys = backwards ? new StringBuilder(row).reverse().toString() : row;
			int end = start;
			while (end < text.length() && keys.contains(text.substring(start, end + 1))) {
				end++;
			}
			longest = Math.max(longest, end);
		}
		return longest;
	}

	private static int length(String text) {
		return Objects.requireNonNull(text).codePointCount(0, text.length());
	}

}
