package city.plaza.local.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What finance does: brings files in and takes files out. */
public final class Finance {

	private static final int OK = 200;

	private final Client client;

	/**
	 * Finance at work.
	 * @param client signed in as finance
	 */
	public Finance(Client client) {
		this.client = client;
	}

	/** Imports CSV text of a kind: customers, bills or postings. */
	public Imported bring(String kind, String csv) throws InterruptedException {
		return bring(kind, csv.getBytes(StandardCharsets.UTF_8));
	}

	/** Imports a CSV file of a kind: customers, bills or postings. */
	public Imported bring(String kind, byte[] csv) throws InterruptedException {
		Answer answer = this.client.postFile("/api/v1/finance/imports", Map.of("kind", kind, "dryRun", "false"), csv)
			.expect(OK);
		return new Imported(number(answer, "/accepted"), number(answer, "/unchanged"), number(answer, "/rejected"),
				answer.json().path("errors").toString());
	}

	/** The web payments that are pending, as CSV. */
	public String pendingPayments() throws InterruptedException {
		return this.client.get("/api/v1/finance/exports/web-payments").expect(OK).body();
	}

	private static int number(Answer answer, String path) {
		return answer.json().at(path).asInt(-1);
	}

	/**
	 * What became of a file's rows.
	 *
	 * @param accepted taken and new
	 * @param unchanged known already
	 * @param rejected left out
	 * @param errors why, as JSON
	 */
	public record Imported(int accepted, int unchanged, int rejected, String errors) {

		/** This outcome, if no row was rejected. */
		public Imported clean() {
			if (this.rejected != 0) {
				throw new UnexpectedAnswer(this.rejected + " rows were rejected: " + this.errors);
			}
			return this;
		}

	}

}
