package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups rows that belong together, as they come batch by batch in that order: the last
 * group of a batch may continue in the next one.
 */
class RowGroups {

	private List<Row> open = new ArrayList<>();

	/**
	 * Adds a batch.
	 * @param rows the next ones; none means that there are no more
	 * @return the groups that are whole by now
	 */
	List<List<Row>> add(List<Row> rows) {
		List<List<Row>> whole = new ArrayList<>();
		for (Row row : rows) {
			if (!this.open.isEmpty() && !this.open.getLast().key().equals(row.key())) {
				whole.add(this.open);
				this.open = new ArrayList<>();
			}
			this.open.add(row);
		}
		if (rows.isEmpty() && !this.open.isEmpty()) {
			whole.add(this.open);
			this.open = new ArrayList<>();
		}
		return whole;
	}

}
