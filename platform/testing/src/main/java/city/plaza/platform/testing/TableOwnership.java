package city.plaza.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the SQL of a service against its layers: each table is written by one package,
 * and read by that package and those above it only. It reads the sources, for a database
 * knows nothing of packages. Views and functions belong to the highest owner of what they
 * read.
 */
public final class TableOwnership {

	private static final Pattern LITERAL = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"",
			Pattern.DOTALL);

	private static final Pattern RELATION = Pattern.compile(
			"create (?:or replace )?(?:unlogged |materialized |recursive )*(table|view|function) (?:if not exists )?"
					+ "(?:public\\.)?(\\w+)(.*?)(?=\\bcreate\\b|\\z)",
			Pattern.DOTALL);

	private static final Pattern WRITE = Pattern
		.compile("\\b(?:insert into|merge into|delete from|truncate(?: table)?|(?<!do )(?<!for )(?<!key )update)"
				+ " (?:only )?(?:public\\.)?(\\w+)");

	private static final Pattern READ = Pattern
		.compile("\\b(?:from|join|using) (?:only |lateral )*(?:public\\.)?(\\w+)");

	/** What follows the first table of a list, such as {@code from bill b, charge c}. */
	private static final Pattern READ_NEXT = Pattern
		.compile("\\b(?:from|using) (?:\\w+\\.)?\\w+(?: as)?(?: \\w+)? ?((?:, ?[\\w. ]+)+)");

	private final List<String> layers;

	private final Set<String> tables = new TreeSet<>();

	private final Map<String, Set<String>> readByViews = new HashMap<>();

	private final Map<String, Set<String>> writers = new TreeMap<>();

	private final Map<String, Set<String>> readers = new TreeMap<>();

	private TableOwnership(List<String> layers) {
		this.layers = layers;
	}

	/**
	 * Checks a service.
	 * @param module its directory
	 * @param root its package, such as {@code city.plaza.billing}
	 * @param layers its packages with tables, the lowest first, such as {@code payment}
	 * @return what breaks the rule; empty where nothing does
	 * @throws IOException if the sources cannot be read
	 */
	public static List<String> violations(Path module, String root, String... layers) throws IOException {
		TableOwnership ownership = new TableOwnership(List.of(layers));
		for (Path migration : files(module.resolve("src/main/resources/db/migration"), ".sql")) {
			ownership.readMigration(Files.readString(migration));
		}
		Path sources = module.resolve("src/main/java").resolve(root.replace('.', '/'));
		for (Path source : files(sources, ".java")) {
			Path folder = sources.relativize(source).getParent();
			ownership.readSource((folder != null) ? folder.toString().replace('/', '.') : "", Files.readString(source));
		}
		return ownership.violations();
	}

	private static List<Path> files(Path folder, String ending) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
	}

	private void readMigration(String sql) {
		String plain = plain(sql);
		Matcher relation = RELATION.matcher(plain);
		while (relation.find()) {
			if (relation.group(1).equals("table")) {
				this.tables.add(relation.group(2));
			}
			else if (!relation.group(3).contains("returns trigger")) {
				this.readByViews.computeIfAbsent(relation.group(2), (view) -> new TreeSet<>())
					.addAll(read(ofView(relation)));
			}
		}
		Matcher renamed = Pattern.compile("alter table (\\w+) rename to (\\w+)").matcher(plain);
		while (renamed.find()) {
			this.tables.add(renamed.group(2));
		}
	}

	private void readSource(String folder, String source) {
		String layer = this.layers.stream()
			.filter((name) -> folder.equals(name) || folder.startsWith(name + "."))
			.max(Comparator.comparingInt(String::length))
			.orElse(folder);
		Matcher literal = LITERAL.matcher(source);
		while (literal.find()) {
			String sql = plain(literal.group(1) != null ? literal.group(1) : literal.group(2));
			tables(WRITE, sql).forEach((table) -> note(this.writers, table, layer));
			read(sql).forEach((table) -> note(this.readers, table, layer));
		}
	}

	/** In lower case and on one line, without comments. */
	private static String plain(String sql) {
		return sql.replaceAll("--[^\n]*", " ").toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
	}

	/** A function may hold several statements, a view is one. */
	private static String ofView(MatchResult relation) {
		String rest = relation.group(3);
		return relation.group(1).equals("view") ? rest.split(";", 2)[0] : rest;
	}

	private void note(Map<String, Set<String>> users, String name, String layer) {
		if (this.tables.contains(name) || this.readByViews.containsKey(name)) {
			users.computeIfAbsent(name, (table) -> new TreeSet<>()).add(layer);
		}
	}

	private List<String> violations() {
		List<String> violations = new ArrayList<>();
		this.writers.forEach((table, packages) -> {
			if (packages.size() > 1) {
				violations.add("Table %s is written by %s: one package owns a table".formatted(table, packages));
			}
			packages.stream()
				.filter((name) -> !this.layers.contains(name))
				.forEach(
						(name) -> violations.add("Package %s writes table %s and has no layer".formatted(name, table)));
		});
		this.readers.forEach((relation, packages) -> packages.stream()
			.filter((reader) -> this.layers.indexOf(reader) < level(relation))
			.forEach((reader) -> violations
				.add("Package %s reads %s, which belongs to a package above it".formatted(reader, relation))));
		return violations;
	}

	/**
	 * The place of a relation's owner among the layers; below all where no package writes
	 * it.
	 */
	private int level(String relation) {
		int written = this.writers.getOrDefault(relation, Set.of())
			.stream()
			.mapToInt(this.layers::indexOf)
			.max()
			.orElse(-1);
		int read = this.readByViews.getOrDefault(relation, Set.of())
			.stream()
			.filter((name) -> !name.equals(relation))
			.mapToInt(this::level)
			.max()
			.orElse(-1);
		return Math.max(written, read);
	}

	private static Set<String> read(String sql) {
		Set<String> tables = tables(READ, sql);
		READ_NEXT.matcher(sql)
			.results()
			.flatMap((list) -> Stream.of(list.group(1).split(",")))
			.map((table) -> table.strip().replaceFirst("^public\\.", "").split("\\W", 2)[0])
			.forEach(tables::add);
		return tables;
	}

	private static Set<String> tables(Pattern pattern, String sql) {
		return pattern.matcher(sql).results().map((found) -> found.group(1)).collect(Collectors.toSet());
	}

}
