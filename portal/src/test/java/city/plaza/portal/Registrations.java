package city.plaza.portal;

import city.plaza.portal.StubServices.Answer;

/** What identity-service says of a registration that is not complete. */
final class Registrations {

	private static final String CONTACT = """
			{"preference":"text-message","phone":"+13125550123","phoneText":"(312) 555-0123","language":"es"}""";

	private static final String ADDRESS = """
			{"line1":"1 <b>Main</b> St","line2":null,"city":"Any Town","state":"IL","postalCode":"62601-1234"}""";

	private static final String SIGNATURE = """
			{"name":"Robin O'Example <script>","method":"drawn","signedAt":"2026-11-29T12:00:00Z",
			 "drawing":{"width":600,"height":200,"strokes":[[10,20,30,40],[50,60]]}}""";

	private Registrations() {
	}

	static String progress(String next) {
		boolean complete = next.isEmpty();
		return """
				{"complete":%s,"nextStep":%s,"submittedAt":null,"steps":[
				 {"step":"acknowledgment","required":true,"complete":true},{"step":"contact","required":true,"complete":false},
				 {"step":"address","required":false,"complete":false},{"step":"signature","required":true,"complete":false}]}"""
			.formatted(complete, complete ? "null" : "\"" + next + "\"");
	}

	/** Nothing is entered but what is a draft. */
	static Answer begun(String next, String drafts) {
		return state(next, "null", "null", "null", drafts);
	}

	/** Everything is entered. */
	static Answer entered(String next) {
		return state(next, CONTACT, ADDRESS, SIGNATURE, "{}");
	}

	static Answer me(String next) {
		return Answer.json(200, """
				{"id":"0197a000-0000-7000-8000-000000000001","email":"robin@example.com","givenName":"Robin",
				 "familyName":"Example","roles":[],"registeredAt":"2021-06-01T10:00:00Z","lastSignInAt":null,
				 "language":"en","contact":%s,"address":%s,"registration":%s,"hasPassword":true}""".formatted(CONTACT,
				ADDRESS, progress(next)));
	}

	private static Answer state(String next, String contact, String address, String signature, String drafts) {
		return Answer.json(200, """
				{"progress":%s,"acknowledgment":{"version":"2026-11","english":["What I write is true."],
				 "spanish":["Lo que escribo es cierto."],"accepted":null},
				 "contact":%s,"address":%s,"signature":%s,"drafts":%s}""".formatted(progress(next), contact, address,
				signature, drafts));
	}

}
