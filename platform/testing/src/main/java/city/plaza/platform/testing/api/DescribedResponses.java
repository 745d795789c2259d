package city.plaza.platform.testing.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Holds every response of a service under test against its description. One whose status,
 * code or body is not described never reaches the test: it gets a status 500 that names
 * the difference.
 */
public final class DescribedResponses implements HttpHandlerDecoratorFactory {

	private static final Logger log = LoggerFactory.getLogger(DescribedResponses.class);

	private final Mono<Description> description;

	/**
	 * For one service.
	 * @param environment knows its port
	 */
	public DescribedResponses(Environment environment) {
		this(Mono.defer(() -> fetch(environment.getRequiredProperty("local.server.port"))).cache());
	}

	DescribedResponses(Mono<Description> description) {
		this.description = description;
	}

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return (request, response) -> isOfApi(request)
				? this.description.flatMap((api) -> handler.handle(request, new Checked(request, response, api)))
				: handler.handle(request, response);
	}

	private static boolean isOfApi(ServerHttpRequest request) {
		return request.getPath().value().startsWith("/api/v1/");
	}

	private static Mono<Description> fetch(String port) {
		return WebClient.builder()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
			.build()
			.get()
			.uri("http://localhost:" + port + "/v3/api-docs")
			.retrieve()
			.bodyToMono(String.class)
			.map(Description::new);
	}

	private static final class Checked extends ServerHttpResponseDecorator {

		private final ServerHttpRequest request;

		private final Description description;

		Checked(ServerHttpRequest request, ServerHttpResponse response, Description description) {
			super(response);
			this.request = request;
			this.description = description;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return DataBufferUtils.join(Flux.from(body))
				.map(Checked::bytes)
				.defaultIfEmpty(new byte[0])
				.flatMap(this::check);
		}

		@Override
		public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
			return writeWith(Flux.from(body).concatMap((part) -> part));
		}

		/** Called after every response; one that was written has been checked. */
		@Override
		public Mono<Void> setComplete() {
			return isCommitted() ? super.setComplete() : check(new byte[0]);
		}

		private Mono<Void> check(byte[] body) {
			List<String> differences = Differences.of(this.description, this.request, getStatusCode(),
					getHeaders().getContentType(), new String(body, StandardCharsets.UTF_8));
			if (differences.isEmpty()) {
				return (body.length == 0) ? super.setComplete() : write(body);
			}
			log.error("Not as described: {}", differences);
			setStatusCode(HttpStatus.INTERNAL_SERVER_ERROR);
			getHeaders().setContentType(MediaType.TEXT_PLAIN);
			getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
			return write(("Not as described: " + differences + " in " + new String(body, StandardCharsets.UTF_8))
				.getBytes(StandardCharsets.UTF_8));
		}

		private Mono<Void> write(byte[] body) {
			return super.writeWith(Mono.fromSupplier(() -> bufferFactory().wrap(body)));
		}

		private static byte[] bytes(DataBuffer buffer) {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return bytes;
		}

	}

	/** What a response has that the description does not. */
	static final class Differences {

		private Differences() {
		}

		static List<String> of(Description api, ServerHttpRequest request, @Nullable HttpStatusCode status,
				@Nullable MediaType type, String body) {
			int code = (status != null) ? status.value() : 200;
			String name = request.getMethod() + " " + request.getPath().value();
			// HEAD is a GET without its body; OPTIONS names the methods.
			return api.find(request.getMethod().name(), request.getPath().value())
				.map((operation) -> of(api, operation, code, type, body))
				.orElseGet(
						() -> (code < 400 && isDescribable(request)) ? List.of(name + " is no operation") : List.of());
		}

		private static boolean isDescribable(ServerHttpRequest request) {
			return !List.of("HEAD", "OPTIONS").contains(request.getMethod().name());
		}

		private static List<String> of(Description api, Description.Operation operation, int status,
				@Nullable MediaType type, String body) {
			String where = operation.name() + ", response " + status;
			JsonNode response = operation.node().path("responses").path(Integer.toString(status));
			if (response.isMissingNode()) {
				return List.of(where + " is not described");
			}
			if (body.isEmpty()) {
				boolean isJson = response.path("content")
					.propertyNames()
					.stream()
					.anyMatch((one) -> one.contains("json"));
				return isJson ? List.of(where + " has no body") : List.of();
			}
			if (type == null) {
				return List.of(where + " has a body without a type");
			}
			String name = type.getType() + "/" + type.getSubtype();
			JsonNode media = response.path("content")
				.properties()
				.stream()
				.filter((one) -> one.getKey().equals(name) || one.getKey().startsWith(name + ";"))
				.findFirst()
				.map(Map.Entry::getValue)
				.orElse(null);
			if (media == null) {
				return List.of(where + " is not described as " + name);
			}
			return name.endsWith("json") ? api.violations(media.path("schema"), body)
				.stream()
				.map((violation) -> where + ": " + violation)
				.toList() : List.of();
		}

	}

}
