package city.plaza.identity.password;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a password must be, after NIST SP 800-63B-4, section 3.1.1.2: long, any
 * characters, not one that is tried first; no rule of composition.
 * <p>
 * A password is too common when it was in a breach, and when little is left to guess once
 * everything guessable is known: well-known words and phrases, the holder's own names and
 * address, the city, rows of keys, sequences, years and repetitions.
 */
@Component
public class PasswordRules {

	static final int MIN_LENGTH = 15;

	static final int MAX_LENGTH = 128;

	/**
	 * In tenths of a bit: three words chosen by chance have more, a sentence everyone
	 * types less.
	 */
	private static final int LEAST = 280;

	/** What it is worth to know what stands between the words. */
	private static final int BETWEEN_WORDS = 30;

	/** Signs so near to each other follow by a rule: a picker's row of pictures. */
	private static final int A_STEP = 2;

	private static final int SHORTEST_WORD = 3;

	private final BreachedPasswords breached;

	private final WordRanks words;

	private final Collection<String> blocked;

	PasswordRules(BreachedPasswords breached, WordRanks words, PasswordSettings settings) {
		this.breached = breached;
		this.words = words;
		this.blocked = settings.blockedWords();
	}

	/**
	 * Judges a password.
	 * @param password as typed
	 * @param own what its holder is known by: names, the address
	 * @return null where it can be taken
	 */
	public @Nullable PasswordViolation violationOf(@Nullable Secret password, Collection<String> own) {
		if (password == null || password.reveal().isEmpty()) {
			return PasswordViolation.REQUIRED;
		}
		String typed = password.reveal();
		String hashed = PasswordText.normalized(password);
		// Each side of the normalisation may be the shorter one.
		if (Math.min(length(typed), length(hashed)) < MIN_LENGTH) {
			return PasswordViolation.TOO_SHORT;
		}
		if (length(typed) > MAX_LENGTH) {
			return PasswordViolation.TOO_LONG;
		}
		return isCommon(hashed.substring(0, Math.min(hashed.length(), 2 * MAX_LENGTH)).toLowerCase(Locale.ROOT), own)
				? PasswordViolation.TOO_COMMON : null;
	}

	private boolean isCommon(String password, Collection<String> own) {
		String bare = password.codePoints()
			.filter(Character::isLetterOrDigit)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		if (Stream.of(password, bare, withoutEnds(password)).anyMatch(this.breached::contains)) {
			return true;
		}
		Set<String> known = known(own);
		String backwards = new StringBuilder(password).reverse().toString();
		return Guesses.of(this.words, known, password) < LEAST || Guesses.of(this.words, known, backwards) < LEAST
				|| Guesses.of(this.words, known, bare) + worthOfSigns(password, length(bare)) < LEAST;
	}

	/**
	 * A few signs stand between the words. Where there are more of them than letters they
	 * are the password, and each kind of them has to be guessed.
	 */
	private static int worthOfSigns(String password, int letters) {
		int[] signs = password.codePoints().filter((sign) -> !Character.isLetterOrDigit(sign)).toArray();
		int[] kinds = Arrays.stream(signs).distinct().toArray();
		long unforeseen = IntStream.range(1, kinds.length)
			.filter((at) -> Math.abs(kinds[at] - kinds[at - 1]) > A_STEP)
			.count();
		return (signs.length > letters) ? BETWEEN_WORDS * (int) (1 + unforeseen) : BETWEEN_WORDS;
	}

	/** What was added at the beginning or the end: {@code 123...!}. */
	private static String withoutEnds(String password) {
		return password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
	}

	private Set<String> known(Collection<String> own) {
		return Stream.concat(this.blocked.stream(), own.stream())
			.map((word) -> Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip())
			.flatMap((word) -> Stream.concat(Stream.of(word), Stream.of(word.split("[^\\p{L}\\p{N}]+"))))
			.filter((word) -> word.length() >= SHORTEST_WORD)
			.collect(Collectors.toSet());
	}

	private static int length(String text) {
		return Objects.requireNonNull(text).codePointCount(0, text.length());
	}

}
