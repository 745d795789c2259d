package city.plaza.billing.finance;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the import folder that an instance has taken. The id of its run to be stands
 * in its name: whoever finds the file knows whether it is imported already.
 *
 * @param id of the run
 * @param name as it was put into the folder; what is not plain is replaced by {@code _}
 * @param path where it is
 */
record TakenFile(ImportId id, String name, Path path) {

	/**
	 * Files that lie there together go in this order: bills need their customers, and
	 * postings their bills.
	 */
	static final Comparator<String> ORDER = Comparator
		.<String>comparingInt((name) -> kindOf(name).map(Enum::ordinal).orElse(Integer.MAX_VALUE))
		.thenComparing(Comparator.naturalOrder());

	private static final String EXTENSION = ".csv";

	/** With the id and the ending of a reason's file no name is too long for a disk. */
	private static final int LONGEST = 150;

	/** Other characters depend on the system's locale, or end a line of the log. */
	private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9 ._-]");

	private static final Pattern TAKEN = Pattern
		.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-(.+)");

	private static final Pattern WITH_KIND = Pattern.compile("([a-z]+)(-.*)?\\.csv");

	/**
	 * Reads the name of a file that was taken.
	 * @return the file; empty where it was not named by {@link #nameOf}
	 */
	static Optional<TakenFile> of(Path path) {
		Matcher name = TAKEN.matcher(path.getFileName().toString());
		return name.matches()
				? Optional.of(new TakenFile(new ImportId(UUID.fromString(name.group(1))), name.group(2), path))
				: Optional.empty();
	}

	/**
	 * Names a file that is about to be taken.
	 * @param id of the run to be
	 * @param name as it was put into the folder
	 * @return plain and not too long
	 */
	static String nameOf(ImportId id, String name) {
		String plain = NOT_PLAIN.matcher(name).replaceAll("_");
		String base = plain.substring(0, plain.length() - EXTENSION.length());
		return id + "-"
				+ ((plain.length() > LONGEST) ? base.substring(0, LONGEST - EXTENSION.length()) + EXTENSION : plain);
	}

	/** Whether a name is one of those that are taken. */
	static boolean mayBeTaken(String name) {
		return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(EXTENSION);
	}

	/** The kind that a name begins with: {@code bills.csv}, {@code bills-2026-11.csv}. */
	static Optional<ImportKind> kindOf(String name) {
		Matcher parts = WITH_KIND.matcher(NOT_PLAIN.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("_"));
		return parts.matches() ? ImportKind.of(parts.group(1)) : Optional.empty();
	}

}
