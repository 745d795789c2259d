package city.plaza.identity.legacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a file that are read so far. */
final class FileRows {

	private final List<LegacyPerson> people = new ArrayList<>();

	private final List<RowError> errors = new ArrayList<>();

	private final Map<String, Long> lines = new HashMap<>();

	private List<Column> order = List.of();

	private int rows;

	boolean hasHeader() {
		return !this.order.isEmpty();
	}

	void begin(Header header) {
		this.order = header.order();
	}

	void add(long line, List<String> fields) {
		this.rows++;
		if (fields.size() != this.order.size()) {
			refuse(List.of(RowError.ofRow(line, "wrong-column-count",
					"The row has %d fields where %d are needed.".formatted(fields.size(), this.order.size()))));
			return;
		}
		Map<Column, String> cells = new EnumMap<>(Column.class);
		for (int at = 0; at < fields.size(); at++) {
			cells.put(this.order.get(at), fields.get(at));
		}
		switch (ReadPerson.read(line, cells)) {
			case ReadPerson.Outcome.Accepted(var person) -> accept(line, person);
			case ReadPerson.Outcome.Refused(var refusals) -> refuse(refusals);
		}
	}

	private void accept(long line, LegacyPerson person) {
		Long first = this.lines.putIfAbsent(person.email().comparable(), line);
		if (first == null) {
			this.people.add(person);
		}
		else {
			refuse(List.of(RowError.of(line, Column.EMAIL, person.email().value(), "duplicate-row",
					"Line %d has this email address already.".formatted(first))));
		}
	}

	private void refuse(List<RowError> refusals) {
		refusals.stream().limit(LegacyFile.MOST_ERRORS - this.errors.size()).forEach(this.errors::add);
	}

	LegacyFile end() {
		return new LegacyFile(this.people, this.rows, this.errors);
	}

}
