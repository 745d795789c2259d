package city.plaza.portal;

import city.plaza.portal.StubServices.Answer;

/** What the services say of the sample customer. */
final class Samples {

	static final String LINK = """
			{"id":"0197a000-0000-7000-8000-00000000000a","customerNumber":"100234","name":"EXAMPLE CUSTOMER",
			 "location":"123 MAIN ST"}""";

	static final Answer ONE_LINK = Answer.json(200, "{\"items\":[" + LINK + "]}");

	static final Answer NO_LINK = Answer.json(200, "{\"items\":[]}");

	/** An earlier portal ended on a day that is past. */
	static final Answer CUT_OVER = Answer.json(200, "{\"cutOver\":\"2024-06-28\",\"begun\":true}");

	static final Answer ME = Answer.json(200, """
			{"id":"0197a000-0000-7000-8000-000000000001","email":"robin@example.com","givenName":"Robin",
			 "familyName":"Example","roles":[],"registeredAt":"2021-06-01T10:00:00Z",
			 "lastSignInAt":"2021-06-03T18:30:00Z","hasPassword":true}""");

	static final Answer CUSTOMER = Answer.json(200, """
			{"customerNumber":"100234","name":"EXAMPLE CUSTOMER","location":"123 MAIN ST",
			 "address":{"line1":"123 MAIN ST","city":"ANY TOWN","state":"IL","postalCode":"00000"}}""");

	static final Answer SUMMARY = Answer.json(200, """
			{"asOf":"2021-08-15","billYears":{"from":2015,"to":2026},
			 "totalUnpaid":{"amount":50000,"currency":"USD"},"totalBalanceDue":{"amount":50250,"currency":"USD"},
			 "openBills":2,"pastDueBills":1,"pendingBills":1,"pendingUnpaid":{"amount":25000,"currency":"USD"},
			 "due":[{"billNumber":"62825","customerNumber":"100234","billType":"CLAIMS","billTypeName":null,
			         "payBy":"2021-07-02","totalUnpaid":{"amount":25000,"currency":"USD"},
			         "balanceDue":{"amount":25250,"currency":"USD"}}],
			 "customers":[{"customerNumber":"100234","name":"EXAMPLE CUSTOMER","location":"123 MAIN ST",
			               "address":{"line1":"123 MAIN ST","city":"ANY TOWN","state":"IL","postalCode":"00000"},
			               "openBills":2,"totalUnpaid":{"amount":50000,"currency":"USD"},
			               "balanceDue":{"amount":50250,"currency":"USD"}}],
			 "months":[{"month":"2021-07","billed":{"amount":0,"currency":"USD"},
			            "paid":{"amount":50000,"currency":"USD"}},
			           {"month":"2021-08","billed":{"amount":25000,"currency":"USD"},
			            "paid":{"amount":0,"currency":"USD"}}]}""");

	static final Answer EMPTY_SUMMARY = Answer.json(200, """
			{"asOf":"2021-08-15","billYears":{"from":2015,"to":2026},"totalUnpaid":{"amount":0,"currency":"USD"},
			 "totalBalanceDue":{"amount":0,"currency":"USD"},"openBills":0,"pastDueBills":0,"pendingBills":0,
			 "pendingUnpaid":{"amount":0,"currency":"USD"},"due":[],"customers":[],
			 "months":[{"month":"2021-08","billed":{"amount":0,"currency":"USD"},
			            "paid":{"amount":0,"currency":"USD"}}]}""");

	/** By what a browser reads again the bill that it found. */
	static final String LOOKUP_ID = "w7Fq0cZ2m1o9bV4kXy3TtR5pLs8uHd6aJeGnKiMvCzA";

	private static final String ROW = """
			{"billNumber":"%s","billType":"CLAIMS","billYear":2021,"payBy":"2021-07-02",
			 "totalUnpaid":{"amount":25000,"currency":"USD"},"balanceDue":{"amount":25000,"currency":"USD"},
			 "pendingWebPayment":%s}""";

	private Samples() {
	}

	static Answer bills(String asOf, boolean pending) {
		return bills(asOf, pending, 2);
	}

	static Answer bills(String asOf, boolean pending, int matching) {
		return Answer.json(200, """
				{"customerNumber":"100234","asOf":"%s","billYears":{"from":2015,"to":2026},"count":2,
				 "totalUnpaid":{"amount":50000,"currency":"USD"},"totalBalanceDue":{"amount":50000,"currency":"USD"},
				 "matching":%d,"facets":{"billYears":[2021,2020],
				   "billTypes":[{"code":"CLAIMS","name":"Claims for damage to city property"},
				                {"code":"NEW","name":"A new type"}]},
				 "items":[%s,%s],"next":null}""".formatted(asOf, matching, ROW.formatted("62825", pending),
				ROW.formatted("62826", false)));
	}

	static Answer bill(boolean pending, long unpaid, boolean part) {
		return bill("62825", pending, unpaid, part);
	}

	static Answer bill(String number, boolean pending, long unpaid, boolean part) {
		return Answer.json(200, """
				{"billNumber":"%s","billType":"CLAIMS","billYear":2021,"customerNumber":"100234",
				 "customerName":"EXAMPLE CUSTOMER","issuedOn":"2021-06-01","payBy":"2021-07-02","asOf":"2021-06-15",
				 "totalUnpaid":{"amount":%d,"currency":"USD"},"balanceDue":{"amount":%d,"currency":"USD"},
				 "pendingWebPayment":%s,"pendingPaymentId":%s,"partPaymentAllowed":%s,
				 "charges":[{"line":1,"description":"Damaged street light","amount":{"amount":25000,"currency":"USD"}}],
				 "postings":[{"postedOn":"2021-06-10","reference":"R-77","amount":{"amount":0,"currency":"USD"}}]}"""
			.formatted(number, unpaid, unpaid, pending, pending ? "\"pay-1\"" : "null", part));
	}

	static Answer payments(Answer payment) {
		return Answer.json(200, "{\"items\":[" + payment.body() + "],\"next\":null}");
	}

	static Answer lookup(int status, long unpaid, boolean pending) {
		return Answer.json(status, """
				{"id":"%s","expiresAt":"2999-01-01T00:00:00Z",
				 "bill":{"billNumber":"62825","billType":"CLAIMS","billTypeName":null,"billYear":2021,
				         "issuedOn":"2021-06-01","payBy":"2021-07-02","asOf":"2021-08-15",
				         "totalCharges":{"amount":25000,"currency":"USD"},
				         "totalUnpaid":{"amount":%d,"currency":"USD"},"balanceDue":{"amount":%d,"currency":"USD"},
				         "pendingWebPayment":%s,
				         "charges":[{"description":"DAMAGED LIGHT","amount":{"amount":25000,"currency":"USD"}}]}}"""
			.formatted(LOOKUP_ID, unpaid, unpaid, pending));
	}

	static Answer payment(String state, boolean finished, String reason, String checkout) {
		return Answer.json(200, """
				{"id":"pay-1","reference":"PLZ-7F3K","state":"%s","finished":%s,"failureReason":%s,
				 "amount":{"amount":25000,"currency":"USD"},
				 "allocations":[{"billNumber":"62825","customerNumber":"100234",
				                 "amount":{"amount":25000,"currency":"USD"}}],
				 "checkoutUrl":%s,"method":{"brand":"visa","last4":"4242"},
				 "createdAt":"2021-06-15T15:00:00Z","submittedAt":null}""".formatted(state, finished, quoted(reason),
				quoted(checkout)));
	}

	private static String quoted(String text) {
		return text.isEmpty() ? "null" : "\"" + text + "\"";
	}

}
