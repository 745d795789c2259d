package city.plaza.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * New bills of one charge each: as the file that finance imports, and as the rows that
 * the import leaves in the tables.
 *
 * @param round of the benchmark; the bills of no two rounds share a number
 * @param bills how many, less than ten million
 */
record BillFile(int round, int bills) {

	/** The customers take turns: a file is of many, as in life. */
	private static final int FEWEST_CUSTOMERS = 2_000;

	/** More than a household has in its life. */
	private static final int OF_ONE_CUSTOMER = 100;

	/**
	 * The tables in which an import leaves rows, in the order in which they can be
	 * filled.
	 */
	static final List<String> TABLES = List.of("bill", "charge", "bill_balance");

	/** Those whose rows the file names; triggers fill the others. */
	static final List<String> IMPORTED = List.of("bill", "charge");

	private static final int FIRST_CUSTOMER = 8_000_000;

	private static final String COLUMNS = "bill_number,customer_number,bill_type,bill_year,issued_on,pay_by,currency,line,description,amount\n";

	/** The customers that the bills are of, as SQL. */
	String insertCustomers() {
		return """
				insert into customer
				select (%d + n)::text, 'IMPORTED ' || n, '123 MAIN ST', 'ANY TOWN', 'IL', '00000', '123 MAIN ST', 1, now()
				from generate_series(0, %d) n
				on conflict do nothing"""
			.formatted(FIRST_CUSTOMER, customers() - 1);
	}

	private int customers() {
		return Math.max(FEWEST_CUSTOMERS, this.bills / OF_ONE_CUSTOMER);
	}

	/** As finance uploads it. */
	byte[] csv() {
		return (COLUMNS + lines((bill) -> number(bill) + "," + customer(bill)
				+ ",CLAIMS,2025,2025-06-01,2025-07-02,USD,1,DAMAGED STREET SIGN," + amount(bill)))
			.getBytes(StandardCharsets.UTF_8);
	}

	/** As COPY reads it. */
	byte[] rows(String table) {
		return lines((bill) -> switch (table) {
			case "bill" -> number(bill) + "\t" + customer(bill) + "\tCLAIMS\t2025\t2025-06-01\t2025-07-02\tUSD";
			case "charge" -> number(bill) + "\t1\tDAMAGED STREET SIGN\t" + amount(bill).replace(".", "");
			case "bill_balance" -> number(bill) + "\t" + amount(bill).replace(".", "");
			default -> throw new IllegalArgumentException("An import fills no table " + table);
		}).getBytes(StandardCharsets.UTF_8);
	}

	private String lines(IntFunction<String> line) {
		return IntStream.range(0, this.bills).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
	}

	private String number(int bill) {
		return "I%d-%07d".formatted(this.round, bill);
	}

	private String customer(int bill) {
		return Integer.toString(FIRST_CUSTOMER + bill % customers());
	}

	/** Dollars and cents. */
	private static String amount(int bill) {
		return 100 + bill % 900 + ".50";
	}

}
