package city.plaza.platform.http;

import city.plaza.platform.problem.ProblemAutoConfiguration;
import city.plaza.platform.problem.ProblemWriter;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** The checks that every request passes. */
@AutoConfiguration(after = ProblemAutoConfiguration.class, before = WebFluxAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class HttpAutoConfiguration {

	@Bean
	SecurityHeaders securityHeaders(@Value("${plaza.public-url:}") String publicUrl) {
		return new SecurityHeaders(publicUrl.startsWith("https:"));
	}

	@Bean
	HttpHandlerDecoratorFactory securityHeadersOfAll(SecurityHeaders headers) {
		return headers::givenBy;
	}

	@Bean
	NettyServerCustomizer requestGate(ProblemWriter problems, SecurityHeaders headers) {
		return (server) -> server.doOnChannelInit((observer, channel, client) -> {
			// Absent where a connection speaks another protocol.
			if (channel.pipeline().get(NettyPipeline.HttpTrafficHandler) != null) {
				channel.pipeline()
					.addBefore(NettyPipeline.HttpTrafficHandler, RequestGate.NAME, new RequestGate(problems, headers));
			}
		});
	}

	@Bean
	ReadableRequest readableRequest() {
		return new ReadableRequest();
	}

	/** Applies to what the server reads, not to the responses that its clients read. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebFluxConfigurer strictBodies(JsonMapper json) {
		return new WebFluxConfigurer() {

			@Override
			public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
				codecs.defaultCodecs().jacksonJsonDecoder(new RequestJson(json));
				codecs.customCodecs().registerWithDefaultConfig(new RequestBytes(json));
				codecs.customCodecs().registerWithDefaultConfig(new RequestParts());
			}

		};
	}

}
