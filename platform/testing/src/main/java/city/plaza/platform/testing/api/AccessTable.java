package city.plaza.platform.testing.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of who may call which operation, a line {@code METHOD path = callers} each.
 */
final class AccessTable {

	/** With a token or without. */
	static final String EVERYBODY = "everybody";

	/** Somebody without a role. */
	static final String RESIDENT = "resident";

	private static final String SIGNED_IN = "signed-in";

	private AccessTable() {
	}

	/** The callers of each operation. */
	static Map<String, String> read(Path table) throws IOException {
		Map<String, String> rows = new LinkedHashMap<>();
		for (String line : Files.readAllLines(table)) {
			String[] row = line.split(" = ", 2);
			if (row.length == 2) {
				rows.put(row[0].strip(), row[1].strip());
			}
		}
		return rows;
	}

	/** Whether the callers of an operation that wants a token are such ones too. */
	static boolean mayCall(String callers, String caller) {
		return callers.equals(SIGNED_IN) || List.of(callers.split(" ")).contains(caller);
	}

}
