package city.plaza.benchmarks.reference;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InstantUpstreamTests {

	@Test
	void answersEveryRequestWithTheSameBytes() throws Exception {
		try (InstantUpstream upstream = new InstantUpstream(); HttpClient client = HttpClient.newHttpClient()) {
			for (int i = 0; i < 3; i++) {
				HttpRequest request = HttpRequest.newBuilder(URI.create(upstream.address() + "/any/path"))
					.POST(HttpRequest.BodyPublishers.ofString("body"))
					.version(HttpClient.Version.HTTP_1_1)
					.build();
				HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
				assertThat(response.statusCode()).isEqualTo(200);
				assertThat(response.body()).hasSize(105).isEqualTo(InstantUpstream.BODY);
			}
		}
	}

}
