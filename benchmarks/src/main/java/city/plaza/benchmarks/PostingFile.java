package city.plaza.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.benchmarks.suite.BillTable;

/** Postings of a cent each, as the file that finance imports. */
final class PostingFile {

	private static final String COLUMNS = "posting_reference,payment_reference,bill_number,posted_on,amount,currency\n";

	private PostingFile() {
	}

	/**
	 * A file with one posting of each of the oldest bills of some customers, of which no
	 * other has a reference.
	 * @param number of the file
	 * @param bills of each customer; at most eight, the others may be paid
	 */
	static byte[] csv(int number, List<Integer> customers, int bills) {
		return IntStream.range(0, bills)
			.boxed()
			.flatMap((nth) -> customers.stream().map((customer) -> BillTable.bill(customer, nth)))
			.map((bill) -> "BENCH-%d-%s,,%s,2026-01-05,0.01,USD\n".formatted(number, bill, bill))
			.collect(Collectors.joining("", COLUMNS, ""))
			.getBytes(StandardCharsets.UTF_8);
	}

}
