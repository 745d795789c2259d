package city.plaza.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the help desk can do. Every method throws {@link UnexpectedResponse} unless the
 * request succeeds.
 */
public final class HelpDeskClient {

	private final Http http;

	HelpDeskClient(Http http) {
		this.http = http;
	}

	/**
	 * Accounts of the portal before.
	 * @param query a name's beginning, part of an address, or a customer number
	 */
	public List<LegacyResident> legacyResidents(String query) throws InterruptedException {
		return this.http.post("/api/v1/legacy-residents/searches", Map.of("query", query), Found.class).items();
	}

	/** Has a hint mailed to the address on file, which nobody sees. */
	public void mailHint(UUID legacyResident) throws InterruptedException {
		this.http.post("/api/v1/legacy-residents/" + legacyResident + "/hints");
	}

	record Found(List<LegacyResident> items) {

		Found {
			items = List.copyOf(items);
		}

	}

}
