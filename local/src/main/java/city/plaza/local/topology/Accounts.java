package city.plaza.local.topology;

/** The accounts of a local suite. They exist on this machine alone. */
public final class Accounts {

	/** Signs in as finance. */
	public static final String STAFF_EMAIL = "finance@fairhaven.example";

	/** The development password of finance. */
	public static final String STAFF_PASSWORD = "dev-only-finance-staff";

	/** What finance may. */
	public static final String STAFF_ROLE = "finance";

	/** Signs in as an administrator. */
	public static final String ADMINISTRATOR_EMAIL = "administrator@fairhaven.example";

	/** The development password of the administrator. */
	public static final String ADMINISTRATOR_PASSWORD = "dev-only-administrator-staff";

	/** What an administrator may. */
	public static final String ADMINISTRATOR_ROLE = "administrator";

	/** A resident who is registered already. */
	public static final String RESIDENT_EMAIL = "pat.resident@fairhaven.example";

	/** The development password of the resident. */
	public static final String RESIDENT_PASSWORD = "dev-only-crumbling-lighthouse";

	/** What identity-service and the provider of sign-in share. */
	public static final String PROVIDER_SECRET = "dev-only-sign-in-provider";

	private Accounts() {
	}

}
