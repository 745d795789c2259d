package city.plaza.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What finance staff can do. Every method throws {@link UnexpectedResponse} unless the
 * request succeeds.
 */
public final class FinanceClient {

	private final Http http;

	FinanceClient(Http http) {
		this.http = http;
	}

	/** Imports CSV text of a kind: {@code customers}, {@code bills}, {@code postings}. */
	public ImportReport importFile(String kind, String csv) throws InterruptedException {
		return importFile(kind, csv.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Imports a CSV file of a kind: {@code customers}, {@code bills}, {@code postings}.
	 */
	public ImportReport importFile(String kind, byte[] csv) throws InterruptedException {
		MultipartForm form = new MultipartForm(Map.of("kind", kind, "dryRun", "false"), csv);
		return this.http.postForm("/api/v1/finance/imports", form, ImportReport.class);
	}

	/** Imports accounts of the portal before from CSV text. */
	public LegacyImport importLegacyResidents(String csv) throws InterruptedException {
		return this.http.postCsv("/api/v1/legacy-residents/imports?dryRun=false", csv, LegacyImport.class);
	}

	/** All web payments that are yet to be posted, as CSV. */
	public String pendingWebPayments() throws InterruptedException {
		return this.http.getText("/api/v1/finance/exports/web-payments");
	}

}
