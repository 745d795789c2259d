package city.plaza.portal;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.portal.StubServices.Answer;

/** What the finance pages read. */
final class FinanceSamples {

	private static final String FINANCE = "/api/v1/finance/";

	private static final String PAYMENT = """
			{"id":"p-1","reference":"PLZ-7F3K-22AA","state":"submitted","finished":false,"failureReason":null,
			 "amount":{"amount":25000,"currency":"USD"},
			 "allocations":[{"billNumber":"62825","customerNumber":"100234","amount":{"amount":25000,"currency":"USD"}}],
			 "checkoutUrl":null,"method":{"brand":"visa","last4":"4242"},"createdAt":"2026-03-01T10:00:00Z",
			 "submittedAt":"2026-03-01T10:02:00Z"}""";

	private FinanceSamples() {
	}

	/** An import of bills {@code i-1} that is over. */
	static String run(int accepted, int rejected) {
		return """
				{"id":"i-1","kind":"bills","fileName":"july.csv","dryRun":false,"state":"finished","totalRows":%d,
				 "doneRows":%1$d,"accepted":%d,"unchanged":0,"rejected":%d,
				 "startedBy":{"id":"s-1","name":"Kim Finance"},"startedAt":"2026-03-01T10:00:00Z",
				 "finishedAt":"2026-03-01T10:01:00Z"}""".formatted(accepted + rejected, accepted, rejected);
	}

	/** Rows without a bill number, as many as the service names of one code. */
	static Answer rejectedRows(int count) {
		String items = IntStream.range(0, Math.min(20, count)).mapToObj((at) -> """
				{"fields":["","CLAIMS"],"error":{"line":%d,"field":"bill_number","code":"required",
				 "message":"English.","value":"","expected":[]}}""".formatted(at + 2)).collect(Collectors.joining(","));
		return Answer.json(200, """
				{"columns":["bill_number","bill_type"],"count":%d,"groups":[
				 {"code":"required","count":%1$d,"items":[%s]}]}""".formatted(count, items));
	}

	/** All that the pages of staff read. */
	static void answerAll(StubServices services) {
		services.on("GET", FINANCE + "import-runs",
				Answer.json(200, "{\"items\":[" + run(0, 30) + "],\"next\":\"n\"}"));
		services.on("GET", FINANCE + "import-runs/i-1", Answer.json(200, run(0, 30)));
		services.on("GET", FINANCE + "import-runs/i-1/rejected-rows", rejectedRows(30));
		services.on("GET", FINANCE + "exports", Answer.json(200, """
				{"items":[{"id":"b-1","createdAt":"2026-03-01T10:00:00Z","lines":3,
				 "total":{"amount":75000,"currency":"USD"},"createdBy":{"id":"s-1","name":"Kim Finance"},
				 "state":"partly-posted","postedLines":2,"postedTotal":{"amount":50000,"currency":"USD"}}],
				 "next":"n"}"""));
		services.on("GET", FINANCE + "payment-exceptions", Answer.json(200, """
				{"items":[{"id":"e-1","paymentId":"p-1","reference":"PLZ-7F3K-22AA","state":"redirected",
				 "kind":"wrong-amount","expected":{"amount":25000,"currency":"USD"},
				 "amount":{"amount":24000,"currency":"USD"},"foundAt":"2026-03-01T10:00:00Z","resolution":null}]}"""));
		services.on("GET", FINANCE + "payments", Answer.json(200, "{\"items\":[" + PAYMENT + "],\"next\":\"n\"}"));
		services.on("GET", FINANCE + "payments/p-1", Answer.json(200, """
				{"payment":%s,"residentId":"r-1","provider":"sandbox","postedOn":"2026-03-02","history":[
				 {"at":"2026-03-01T10:00:00Z","state":"created","cause":"started","failureReason":null},
				 {"at":"2026-03-01T10:02:00Z","state":"submitted","cause":"money-taken","failureReason":null}]}"""
			.formatted(PAYMENT)));
	}

}
