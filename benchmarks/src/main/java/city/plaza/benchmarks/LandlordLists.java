package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.suite.BillTable;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;

/**
 * Bills of a landlord with very many beside those of a household, by the same requests.
 */
final class LandlordLists implements Benchmark {

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final String HOUSEHOLD = "first 50 of %,d bills".formatted(BillTable.HOUSEHOLD_BILLS);

	private static final String LANDLORD = "first 50 of %,d bills".formatted(BillTable.LANDLORD_BILLS);

	/** What a landlord asks for beside the first page, by what it is called here. */
	private static final Map<String, String> ASKED = new TreeMap<>(
			Map.of("their unpaid ones, the most first", "?state=unpaid&sort=-total-unpaid", "their last page",
					"?page=" + BillTable.LANDLORD_BILLS / 50, "their first 50 as of 2021-06-15", "?asOf=2021-06-15"));

	@Override
	public String question() {
		return "Does a landlord with a hundred thousand bills get a page as quickly as a household?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Residents residents = Residents.create(suite, 1);
		BillTable.in(suite, Residents.id(1)).addLandlord();
		report.show(Ratios.table("%d at once, median of %d rounds".formatted(FewClients.COUNT, ROUNDS), HOUSEHOLD,
				lists(suite, residents).warmUp().measure(ROUNDS, ROUND)));
		report.add(NotMeasured.SERVICE_DOWN);
	}

	private static Turns lists(Suite suite, Residents residents) {
		Turns turns = new Turns().with(HOUSEHOLD, list(suite, residents, BillTable.HOUSEHOLD, ""))
			.with(LANDLORD, list(suite, residents, BillTable.LANDLORD, ""));
		ASKED.forEach((name, query) -> turns.with(name, list(suite, residents, BillTable.LANDLORD, query)));
		return turns;
	}

	private static Turns.Run list(Suite suite, Residents residents, String customer, String query) {
		return (duration) -> FewClients.run(
				List.of(Request.get(FewClients.bills(suite, customer) + query, residents.freshAuthorization(1))),
				duration);
	}

}
