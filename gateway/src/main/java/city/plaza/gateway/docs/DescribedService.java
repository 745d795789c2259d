package city.plaza.gateway.docs;

import java.util.Arrays;
import java.util.Optional;

/** A service that describes its API. */
public enum DescribedService {

	IDENTITY("identity", "Identity"), ACCOUNT_LINK("account-link", "Customer links"), BILLING("billing", "Billing"),
	NOTIFICATION("notification", "Notices");

	private final String id;

	private final String title;

	DescribedService(String id, String title) {
		this.id = id;
		this.title = title;
	}

	/** Its name in addresses. */
	public String id() {
		return this.id;
	}

	/** The name under which it registers. */
	public String service() {
		return this.id + "-service";
	}

	/** Where tools read its description. */
	public String address() {
		return "/api/docs/" + this.id;
	}

	/** Where people read it. */
	String page() {
		return address() + ".html";
	}

	/** What to call it while it cannot be asked. */
	String title() {
		return this.title;
	}

	static Optional<DescribedService> of(String id) {
		return Arrays.stream(values()).filter((each) -> each.id.equals(id)).findFirst();
	}

}
