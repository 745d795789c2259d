package city.plaza.platform.http;

import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import city.plaza.platform.problem.ProblemWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class RequestGateTests {

	private static final long SEED = 20260302;

	private final ProblemWriter problems = mock();

	private EmbeddedChannel channel = connect();

	@Test
	void letsAGoodRequestAndItsBodyThrough() {
		HttpContent body = new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[] { 1 }));
		this.channel.writeInbound(good(), body, LastHttpContent.EMPTY_LAST_CONTENT);
		assertThat(this.channel.inboundMessages()).hasSize(3);
		this.channel.writeOutbound(ok());
		assertThat(statuses()).containsExactly(200);
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void refusesWithAProblemThatCarriesTheHeadersOfAllResponses() {
		this.channel.writeInbound(bad());
		HttpResponse refusal = this.channel.readOutbound();
		assertThat(refusal.status().code()).isEqualTo(400);
		assertThat(refusal.headers().get("Content-Type")).isEqualTo("application/problem+json");
		assertThat(refusal.headers().get("Content-Length")).isEqualTo("2");
		assertThat(refusal.headers().get("Connection")).isEqualTo("close");
		assertThat(refusal.headers().get("X-Request-Id")).hasSize(36);
		assertThat(refusal.headers().get("Strict-Transport-Security")).isNotBlank();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.channel.inboundMessages()).isEmpty();
	}

	@Test
	void readsNothingAfterARefusedRequestAndKeepsNothingOfIt() {
		this.channel.writeInbound(good(), LastHttpContent.EMPTY_LAST_CONTENT, bad());
		ByteBuf hidden = Unpooled.copiedBuffer("GET /hidden", StandardCharsets.US_ASCII);
		this.channel.writeInbound(new DefaultHttpContent(hidden), good());
		assertThat(hidden.refCnt()).isZero();
		assertThat(this.channel.inboundMessages()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void finishesTheRequestsBeforeARefusedOneFirst(int before) {
		for (int i = 0; i < before; i++) {
			this.channel.writeInbound(good(), LastHttpContent.EMPTY_LAST_CONTENT);
		}
		this.channel.writeInbound(bad());
		for (int i = 0; i < before; i++) {
			assertThat(statuses()).hasSize(i).allMatch((status) -> status == 200);
			this.channel.writeOutbound(ok());
		}
		assertThat(statuses()).hasSize(before + 1).endsWith(400);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void refusesABrokenBodyWhoseResponseHasNotBegun() {
		this.channel.writeInbound(good(), broken());
		assertThat(statuses()).containsExactly(400);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void endsTheConnectionWhereTheResponseToABrokenBodyHasBegunOrIsSent() {
		this.channel.writeInbound(good());
		this.channel.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
		this.channel.writeInbound(broken());
		assertThat(statuses()).containsExactly(200);
		assertThat(this.channel.isOpen()).isFalse();
		this.channel = connect();
		this.channel.writeInbound(good());
		this.channel.writeOutbound(ok());
		this.channel.writeInbound(broken());
		assertThat(statuses()).containsExactly(200);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void doesNotTakeAnAskForTheBodyForAResponse() {
		this.channel.writeInbound(good());
		this.channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
		this.channel.writeInbound(broken());
		assertThat(statuses()).containsExactly(100, 400);
	}

	@Test
	void sendsNothingAfterARefusal() {
		this.channel = new EmbeddedChannel(new ChannelOutboundHandlerAdapter() {

			@Override
			public void close(ChannelHandlerContext context, ChannelPromise promise) {
				promise.setSuccess();
			}

		}, gate());
		this.channel.writeInbound(good(), broken());
		DefaultFullHttpResponse late = ok();
		ChannelFuture written = this.channel.write(late);
		assertThat(written.cause()).isInstanceOf(ClosedChannelException.class);
		assertThat(late.refCnt()).isZero();
	}

	/**
	 * Whatever comes and goes: as many responses as good requests came before the refused
	 * one, in front of the refusal, and nothing behind it.
	 */
	@Test
	void keepsTheOrderOfEveryConversation() {
		Random random = new Random(SEED);
		for (int round = 0; round < 500; round++) {
			this.channel = connect();
			List<Integer> expected = new ArrayList<>();
			int waiting = 0;
			boolean isRefused = false;
			for (int step = 0; step < 20 && this.channel.isOpen(); step++) {
				switch (random.nextInt(5)) {
					case 0, 1 -> {
						this.channel.writeInbound(good(), LastHttpContent.EMPTY_LAST_CONTENT);
						waiting += isRefused ? 0 : 1;
					}
					case 2, 3 -> {
						if (waiting > 0) {
							this.channel.writeOutbound(ok());
							expected.add(200);
							waiting--;
						}
					}
					default -> {
						this.channel.writeInbound(bad());
						isRefused = true;
					}
				}
				boolean isOver = isRefused && waiting == 0;
				if (isOver) {
					expected.add(400);
				}
				assertThat(statuses()).as("round %d, step %d, seed %d", round, step, SEED).isEqualTo(expected);
				assertThat(this.channel.isOpen()).as("round %d, step %d, seed %d", round, step, SEED)
					.isEqualTo(!isOver);
			}
		}
	}

	private EmbeddedChannel connect() {
		return new EmbeddedChannel(gate());
	}

	private RequestGate gate() {
		given(this.problems.bytes(any(), any())).willReturn(new byte[] { '{', '}' });
		return new RequestGate(this.problems, new SecurityHeaders(true));
	}

	private List<Integer> statuses() {
		return this.channel.outboundMessages()
			.stream()
			.filter(HttpResponse.class::isInstance)
			.map((response) -> ((HttpResponse) response).status().code())
			.toList();
	}

	private static HttpRequest good() {
		HttpRequest request = bad();
		request.headers().set("Host", "x");
		return request;
	}

	private static HttpRequest bad() {
		return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/a");
	}

	private static HttpContent broken() {
		HttpContent content = new DefaultLastHttpContent();
		content.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("no chunk")));
		return content;
	}

	private static DefaultFullHttpResponse ok() {
		return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
	}

}
