package city.plaza.benchmarks.pgbench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of all that the server ran belongs to one request: each transaction, or statement
 * outside of one, in which something of the request is a parameter. What the service does
 * in the background meanwhile is left out.
 */
final class RequestStatements {

	private RequestStatements() {
	}

	/**
	 * Picks them, in the order in which they ended.
	 * @param marks what only this request is about, such as its customer's number
	 */
	static List<Executed> of(List<Executed> all, Collection<String> marks) {
		List<Executed> picked = new ArrayList<>();
		Map<Long, List<Executed>> open = new LinkedHashMap<>();
		for (Executed each : all) {
			List<Executed> transaction = open.get(each.process());
			if (transaction != null) {
				transaction.add(each);
				if (each.commits()) {
					pick(transaction, marks, picked);
					open.remove(each.process());
				}
			}
			else if (each.begins()) {
				open.put(each.process(), new ArrayList<>(List.of(each)));
			}
			else {
				pick(List.of(each), marks, picked);
			}
		}
		return picked;
	}

	private static void pick(List<Executed> unit, Collection<String> marks, List<Executed> picked) {
		if (unit.stream().anyMatch((each) -> marks.stream().anyMatch(each::mentions))) {
			picked.addAll(unit);
		}
	}

}
