// The visitor's own camera as the portrait of a virtual document. Nothing leaves this machine.
const box = document.querySelector("[data-camera]");
if (box && navigator.mediaDevices?.getUserMedia) {
  const video = box.querySelector("video");
  const start = box.querySelector("[data-camera-start]");
  const take = box.querySelector("[data-camera-take]");
  const status = box.querySelector("[data-camera-status]");
  const file = document.querySelector("#portrait");
  box.hidden = false;

  start.addEventListener("click", async () => {
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "user", width: 1280, height: 960 } });
      await video.play();
      video.hidden = take.hidden = false;
      start.hidden = true;
    } catch {
      status.textContent = "摄像头无法使用 The camera cannot be used";
    }
  });

  take.addEventListener("click", () => {
    const canvas = document.createElement("canvas");
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext("2d").drawImage(video, 0, 0);
    canvas.toBlob((blob) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([blob], "portrait.jpg", { type: "image/jpeg" }));
      file.files = chosen.files;
      video.srcObject.getTracks().forEach((track) => track.stop());
      video.hidden = take.hidden = true;
      start.hidden = false;
      status.textContent = "照片已就绪 The picture is ready";
    }, "image/jpeg", 0.92);
  });
}
