package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A handler of Spring WebFlux that returns pages which were recorded before, with their
 * headers, and does nothing else.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class RecordedPages {

	private static final String HEADERS = ".headers";

	private static final String BODY = ".body";

	/** Each server writes these itself. */
	private static final Set<String> OF_THE_SERVER = Set.of(":status", "content-length", "date", "transfer-encoding",
			"connection");

	private static final int OK = 200;

	private static final int BUSY = 503;

	private static final int ATTEMPTS = 10;

	/**
	 * Runs as a process of its own.
	 * @param arguments {@code --server.port} and {@code --pages}, the directory of what
	 * was recorded
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(RecordedPages.class, arguments);
	}

	/**
	 * Records a page.
	 * @param name under which the handler will return it
	 * @return how many bytes its body has
	 */
	public static int record(Path directory, String name, String address, Map<String, String> headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
		headers.forEach(request::header);
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<byte[]> page = served(client, request.build());
			List<String> kept = new ArrayList<>();
			page.headers().map().forEach((header, values) -> {
				if (!OF_THE_SERVER.contains(header)) {
					values.forEach((value) -> kept.add(header + ": " + value));
				}
			});
			Files.write(directory.resolve(name + HEADERS), kept);
			Files.write(directory.resolve(name + BODY), page.body());
			return page.body().length;
		}
	}

	/** Just after the start a page may be refused for a moment. */
	private static HttpResponse<byte[]> served(HttpClient client, HttpRequest request)
			throws IOException, InterruptedException {
		for (int attempt = 1;; attempt++) {
			HttpResponse<byte[]> page = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			if (page.statusCode() == OK) {
				return page;
			}
			if (page.statusCode() != BUSY || attempt == ATTEMPTS) {
				throw new IOException(request.uri() + ": " + page.statusCode());
			}
			TimeUnit.SECONDS.sleep(page.headers().firstValueAsLong("Retry-After").orElse(1));
		}
	}

	@Bean
	RouterFunction<ServerResponse> recorded(@Value("${pages}") Path directory) throws IOException {
		RouterFunctions.Builder routes = RouterFunctions.route();
		for (String name : names(directory)) {
			HttpHeaders headers = new HttpHeaders();
			for (String line : Files.readAllLines(directory.resolve(name + HEADERS))) {
				headers.add(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
			}
			byte[] body = Files.readAllBytes(directory.resolve(name + BODY));
			routes.GET("/" + name,
					(request) -> ServerResponse.ok().headers((all) -> all.putAll(headers)).bodyValue(body));
		}
		return routes.build();
	}

	private static Set<String> names(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(BODY))
				.map((name) -> name.substring(0, name.length() - BODY.length()))
				.collect(Collectors.toSet());
		}
	}

}
