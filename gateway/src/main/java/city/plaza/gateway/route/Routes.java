package city.plaza.gateway.route;

import city.plaza.gateway.body.Bodies;
import city.plaza.gateway.docs.DescribedService;
import city.plaza.gateway.filtering.HeaderFilters;
import city.plaza.gateway.outage.OutagePage;
import city.plaza.gateway.session.SessionSwap;
import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.RefusalLog;

import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * All public routes. What no route names does not exist for clients: {@code /internal},
 * {@code /actuator} and the like are 404.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

	private final RouteSettings settings;

	private final Bodies bodies;

	private final HeaderFilters headers;

	private final SessionSwap session;

	private final OutagePage outagePage;

	private final Calls calls;

	private final RefusalLog log;

	Routes(RouteSettings settings, Bodies bodies, HeaderFilters headers, SessionSwap session, OutagePage outagePage,
			Calls calls, RefusalLog log) {
		this.settings = settings;
		this.bodies = bodies;
		this.headers = headers;
		this.session = session;
		this.outagePage = outagePage;
		this.calls = calls;
		this.log = log;
	}

	/** For all but the API; beside a mapping of our own Spring makes none. */
	@Bean
	@Primary
	RoutePredicateHandlerMapping otherRoutes(FilteringWebHandler handler, RouteLocator locator,
			GlobalCorsProperties cors, Environment environment) {
		return new RoutePredicateHandlerMapping(handler, locator, cors, environment);
	}

	@Bean
	RouteLocator publicRoutes(RouteLocatorBuilder builder) {
		RouteLocatorBuilder.Builder routes = builder.routes();
		files(routes, "identity-service", "/api/v1/legacy-residents/imports");
		api(routes, "identity-service", "registrations", "password-resets", "email-change-undos", "sessions", "me",
				"residents", "legacy-residents", "staff");
		appSignIn(routes);
		api(routes, "account-link-service", "customer-links");
		api(routes, "billing-service", "customers", "bills", "billing-summary", "bill-lookups", "payments",
				"provider-notifications");
		api(routes, "notification-service", "notices");
		files(routes, "billing-service", "/api/v1/finance/**");
		sandboxProvider(routes);
		for (DescribedService service : DescribedService.values()) {
			description(routes, service);
		}
		developmentInbox(routes);
		financePages(routes);
		signInProviders(routes);
		assets(routes);
		pages(routes);
		return routes.build();
	}

	/** An API route: bearer tokens only, small bodies. */
	private void api(RouteLocatorBuilder.Builder routes, String service, String... resources) {
		for (String resource : resources) {
			String path = "/api/v1/" + resource;
			routes.route(service + "." + resource, (route) -> route.path(path, path + "/**")
				.filters((filters) -> guarded(filters.filter(this.headers.forApi()).filter(smallBody()), service))
				.uri("lb://" + service));
		}
	}

	/** What apps call by themselves to sign in; the page between is the portal's. */
	private void appSignIn(RouteLocatorBuilder.Builder routes) {
		routes.route("identity-service.apps", (route) -> route
			.path("/oauth2/token", "/oauth2/revoke", "/oauth2/jwks", "/.well-known/openid-configuration")
			.filters(
					(filters) -> guarded(filters.filter(this.headers.forApi()).filter(smallBody()), "identity-service"))
			.uri("lb://identity-service"));
	}

	/** An API route for whole files, which take longer and are larger. */
	private void files(RouteLocatorBuilder.Builder routes, String service, String path) {
		routes.route(service + ".files", (route) -> route.path(path)
			.filters((filters) -> guardedFiles(filters.filter(this.headers.forApi()).filter(fileBody()), service))
			.uri("lb://" + service));
	}

	/** The sandbox provider's own pages: a foreign site in all but its address. */
	private void sandboxProvider(RouteLocatorBuilder.Builder routes) {
		routes.route("sandbox-provider",
				(route) -> route.path("/sandbox-provider/**")
					.filters((filters) -> guarded(filters.filter(this.headers.forForeignPages()).filter(smallBody()),
							"billing-service"))
					.uri("lb://billing-service"));
	}

	private void description(RouteLocatorBuilder.Builder routes, DescribedService service) {
		routes.route("docs." + service.id(),
				(route) -> route.path(service.address())
					.filters((filters) -> guarded(
							filters.filter(this.headers.forApi()).filter(smallBody()).setPath("/v3/api-docs"),
							service.service()))
					.uri("lb://" + service.service()));
	}

	private void developmentInbox(RouteLocatorBuilder.Builder routes) {
		String inbox = this.settings.devInbox();
		if (inbox != null) {
			routes.route("dev-inbox",
					(route) -> route.path("/dev/inbox", "/dev/inbox/**")
						.filters((filters) -> filters.filter(this.headers.forApi()))
						.uri(inbox));
		}
	}

	private void financePages(RouteLocatorBuilder.Builder routes) {
		routes.route("portal.files",
				(route) -> route.path("/finance", "/finance/**")
					.filters((filters) -> guardedFiles(page(filters, fileBody()), "portal"))
					.uri("lb://portal"));
	}

	/**
	 * The way to a provider of sign-in and back, by GET, which waits for the provider:
	 * places of their own, and the time of a change.
	 */
	private void signInProviders(RouteLocatorBuilder.Builder routes) {
		routes.route("portal.providers",
				(route) -> route.path("/sign-in/with/**")
					.filters((filters) -> guarded(page(filters, smallBody()), "portal-providers",
							this.settings.timeoutsOfChanges("portal")))
					.uri("lb://portal"));
	}

	/** Style sheets and pictures are the same for everybody: no session is looked up. */
	private void assets(RouteLocatorBuilder.Builder routes) {
		routes.route("portal.assets",
				(route) -> route.path("/assets/**", "/favicon.ico")
					.filters((filters) -> guarded(filters.filter(this.headers.forApi()).filter(smallBody()), "portal"))
					.uri("lb://portal"));
	}

	private void pages(RouteLocatorBuilder.Builder routes) {
		routes.route("portal",
				(route) -> route.order(1)
					.path("/**")
					.and()
					.not((not) -> not.path("/api/**", "/internal/**", "/actuator/**", "/v3/**", "/dev/**",
							"/.well-known/**", "/error"))
					.filters((filters) -> guarded(page(filters, smallBody()), "portal"))
					.uri("lb://portal"));
	}

	private GatewayFilterSpec page(GatewayFilterSpec filters, GatewayFilter limit) {
		return filters.filter(this.outagePage).filter(this.headers.forPages()).filter(limit).filter(this.session);
	}

	/** A service that is down, slow or overloaded does not slow down the others. */
	private GatewayFilterSpec guarded(GatewayFilterSpec filters, String service) {
		return guarded(filters, service, this.settings.timeoutsOf(service));
	}

	/**
	 * Files take long: they have places of their own, so that other calls do not wait for
	 * them.
	 */
	private GatewayFilterSpec guardedFiles(GatewayFilterSpec filters, String service) {
		return guarded(filters, service + "-files", this.settings.timeoutsOfFiles());
	}

	private GatewayFilterSpec guarded(GatewayFilterSpec filters, String name, Timeouts timeouts) {
		return filters.filter(new GuardedCall(this.calls, name, timeouts, this.log));
	}

	private GatewayFilter smallBody() {
		return this.bodies.small(this.settings.maxBody());
	}

	private GatewayFilter fileBody() {
		return this.bodies.file(this.settings.maxFile());
	}

}
