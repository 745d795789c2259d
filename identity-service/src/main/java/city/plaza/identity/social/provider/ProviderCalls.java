package city.plaza.identity.social.provider;

import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.ServiceCalls;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * How providers are called: with a time limit, a limit of what is read and a circuit
 * breaker for each, so that one that fails costs nobody anything but itself.
 */
@Component
class ProviderCalls {

	/** In bytes: the metadata and keys of the large providers have less than 10,000. */
	private static final int LARGEST_RESPONSE = 128 * 1024;

	private final WebClient.Builder builder;

	private final Calls calls;

	private final SocialSettings settings;

	private final ReactorClientHttpConnector connector;

	ProviderCalls(WebClient.Builder builder, Calls calls, SocialSettings settings) {
		this.builder = builder;
		this.calls = calls;
		this.settings = settings;
		this.connector = new ReactorClientHttpConnector(HttpClient.create()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) settings.timeout().toMillis())
			.responseTimeout(settings.timeout())
			.followRedirect(false));
	}

	WebClient client(String provider) {
		ServiceCalls guarded = this.calls.of("sign-in-provider-" + provider);
		return this.builder.clone()
			.clientConnector(this.connector)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_RESPONSE))
			.filter((request, next) -> guarded.run(provider, false,
					next.exchange(request).timeout(this.settings.timeout())))
			.build();
	}

}
