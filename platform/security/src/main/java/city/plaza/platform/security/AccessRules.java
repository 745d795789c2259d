package city.plaza.platform.security;

/**
 * Who may call what of a service's API: a bean of the service. Whatever it does not name
 * is denied, except health, metrics and the API's description. An address or method that
 * does not exist has been responded to with 404 or 405 before.
 */
@FunctionalInterface
public interface AccessRules {

	/**
	 * Adds the rules; the first that matches a request decides.
	 * @param access of the service, such as
	 * {@code access.pathMatchers(..).hasRole("finance")}
	 */
	void addTo(ApiAccess access);

}
