// Runs in the page before its own scripts. %…% are filled in by FakeCamera.
(() => {
  const frames = "%FRAMES%";
  const behaviour = "%BEHAVIOUR%";
  const middle = (frames.length - 1) / 2;
  // Frames go from the furthest negative yaw to the furthest positive one; a positive yaw is the person's own left.
  const target = { left: frames.length - 1, right: 0 };

  const load = (source) =>
    new Promise((done) => {
      const image = new Image();
      image.onload = () => done(image);
      image.src = source;
    });

  async function getUserMedia(constraints) {
    if (!constraints || !constraints.video) throw new DOMException("no video asked for", "NotFoundError");
    const images = await Promise.all(frames.map(load));
    const canvas = document.createElement("canvas");
    canvas.width = images[0].naturalWidth;
    canvas.height = images[0].naturalHeight;
    const context = canvas.getContext("2d");
    let at = middle;
    const draw = () => {
      const prompt = document.querySelector("[data-prompt]")?.dataset.prompt;
      const wanted = behaviour === "following" && prompt in target ? target[prompt] : middle;
      at += Math.sign(wanted - at);
      context.drawImage(images[at], 0, 0);
    };
    draw();
    setInterval(draw, 100);
    return canvas.captureStream(15);
  }

  Object.defineProperty(navigator, "mediaDevices", {
    configurable: true,
    value: { getUserMedia, enumerateDevices: async () => [{ kind: "videoinput", deviceId: "fake", label: "fake", groupId: "" }] },
  });
})();
