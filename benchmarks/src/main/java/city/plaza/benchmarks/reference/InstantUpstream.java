package city.plaza.benchmarks.reference;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * A server that answers every request with the same bytes at once, on one thread: what is
 * in front of it is what takes the time.
 */
public final class InstantUpstream implements AutoCloseable {

	/** Of 105 bytes, as small answers of an API are. */
	static final byte[] BODY = "{\"items\":[],\"filler\":\"%s\"}".formatted("x".repeat(81))
		.getBytes(StandardCharsets.US_ASCII);

	private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final Channel channel;

	/** Starts one on a free port of this machine alone. */
	public InstantUpstream() {
		this.channel = new ServerBootstrap().group(this.loop)
			.channel(NioServerSocketChannel.class)
			.childHandler(new ChannelInitializer<SocketChannel>() {
				@Override
				protected void initChannel(SocketChannel connection) {
					connection.pipeline().addLast(new HttpServerCodec(), new Answers());
				}
			})
			.bind("127.0.0.1", 0)
			.syncUninterruptibly()
			.channel();
	}

	/** Where it listens, without a slash at the end. */
	public String address() {
		return "http://127.0.0.1:" + ((InetSocketAddress) this.channel.localAddress()).getPort();
	}

	@Override
	public void close() {
		this.channel.close().syncUninterruptibly();
		var _ = this.loop.shutdownGracefully();
	}

	private static final class Answers extends ChannelInboundHandlerAdapter {

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof LastHttpContent) {
				FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
						Unpooled.wrappedBuffer(BODY));
				response.headers().set("Content-Type", "application/json").set("Content-Length", BODY.length);
				var _ = context.write(response, context.voidPromise());
			}
			ReferenceCountUtil.release(message);
		}

		@Override
		public void channelReadComplete(ChannelHandlerContext context) {
			context.flush();
		}

		/** A client that goes away at the end of a round is no news. */
		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			var _ = context.close();
		}

	}

}
